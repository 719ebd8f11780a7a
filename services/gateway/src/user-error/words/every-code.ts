import { apiKeyWords } from './api-key-words.ts';
import { breakGlassWords } from './break-glass-words.ts';
import { consortiumWords } from './consortium-words.ts';
import { assignmentWords, deskWords } from './desk-words.ts';
import { exportWords } from './export-words.ts';
import { fieldWords } from './field-words.ts';
import { peopleWords } from './people-words.ts';
import { schoolWords } from './school-words.ts';
import { setupWords } from './setup-words.ts';
import { actWords, admissibilityWords, choiceWords } from './user-error-words.ts';

/** Every code the procedure refuses with; a rule's reason is its code. */
export const codeWords = {
  ...actWords,
  ...admissibilityWords,
  ...choiceWords,
  ...consortiumWords,
  ...fieldWords,
  ...setupWords,
  ...schoolWords,
  ...peopleWords,
  ...exportWords,
  ...assignmentWords,
  ...apiKeyWords,
  ...deskWords,
  ...breakGlassWords,
};
