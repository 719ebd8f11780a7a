import type { Section } from '@guichet/domain/application/sections';
import type { Locale } from '../../http/locale.ts';

/** What each part of a dossier is called where people read it. */
export const sectionWords: Readonly<Record<Section, Readonly<Record<Locale, string>>>> = {
  IDENTITY: { fr: 'Identité', en: 'Identity' },
  CONTACT: { fr: 'Coordonnées', en: 'Contact' },
  STUDIES: { fr: 'Études', en: 'Studies' },
  QUALIFICATION: { fr: 'Titre', en: 'Qualification' },
  MOTIVATION: { fr: 'Motivation', en: 'Motivation' },
  ARRANGEMENTS: { fr: 'Aménagements', en: 'Special arrangements' },
  EXAM_CENTRE: { fr: 'Centre d’examen', en: 'Exam centre' },
  CHOICES: { fr: 'Vœux', en: 'Choices' },
};
