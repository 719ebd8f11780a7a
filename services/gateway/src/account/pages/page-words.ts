/** The words of the pages that mailed links open; plain text, French first. */
export interface PageWords {
  readonly noScript: string;
  readonly error: string;
  readonly working: string;
  readonly unreachable: string;
  readonly incident: string;
  readonly email: string;
  readonly password: string;
  readonly newPassword: string;
  readonly passwordHint: string;
  readonly show: string;
  readonly hide: string;
  readonly signUp: {
    readonly title: string;
    readonly lead: string;
    /** `{email}` stands for what was typed: a slip of the finger shows there. */
    readonly done: string;
    readonly anew: string;
    readonly other: string;
    readonly known: string;
  };
  readonly verify: {
    readonly title: string;
    readonly lead: string;
    readonly act: string;
    readonly done: string;
    readonly askLead: string;
    readonly asked: string;
  };
  readonly reset: {
    readonly title: string;
    readonly lead: string;
    readonly act: string;
    readonly done: string;
    readonly ask: string;
    readonly askLead: string;
    readonly asked: string;
  };
  readonly join: {
    readonly title: string;
    readonly lead: string;
    readonly act: string;
    readonly done: string;
    readonly first: string;
    readonly signIn: string;
    readonly create: string;
    readonly created: string;
  };
  readonly noLink: string;
}

const french: PageWords = {
  noScript: 'Activez JavaScript pour utiliser cette page : rien n’est envoyé avant que vous appuyiez sur un bouton.',
  error: 'Erreur :',
  working: 'Un instant…',
  unreachable: 'Le service ne répond pas. Vérifiez votre connexion, puis recommencez.',
  incident: 'Un incident s’est produit chez nous. Recommencez ; s’il se répète, signalez cet identifiant :',
  email: 'Adresse électronique',
  password: 'Mot de passe',
  newPassword: 'Nouveau mot de passe',
  passwordHint: 'Au moins 12 caractères. Quatre mots sans lien conviennent très bien.',
  show: 'Afficher le mot de passe',
  hide: 'Masquer le mot de passe',
  signUp: {
    title: 'Créer un compte',
    lead: 'Un seul compte suffit pour déposer votre dossier auprès de toutes les écoles. Donnez une adresse que vous consultez souvent : tout ce qui concerne votre dossier y est envoyé.',
    done: 'Un message vient de partir à {email}. Ouvrez le lien qu’il contient pour confirmer cette adresse, puis connectez-vous. Rien reçu ? Vérifiez l’adresse ci-dessus et vos messages indésirables.',
    anew: 'Recevoir un autre lien',
    other: 'Recommencer avec une autre adresse',
    known: 'J’ai déjà un compte',
  },
  verify: {
    title: 'Confirmer votre adresse',
    lead: 'Confirmez que cette adresse est la vôtre. Vous pourrez ensuite vous connecter.',
    act: 'Confirmer mon adresse',
    done: 'Votre adresse est confirmée. Vous pouvez vous connecter.',
    askLead: 'Indiquez votre adresse. Vous recevrez un nouveau lien pour la confirmer.',
    asked:
      'Si un compte attend d’être confirmé à l’adresse {email}, un lien vient d’y être envoyé. Regardez aussi vos messages indésirables.',
  },
  reset: {
    title: 'Choisir un nouveau mot de passe',
    lead: 'Choisissez un nouveau mot de passe. Tous vos appareils seront déconnectés.',
    act: 'Changer mon mot de passe',
    done: 'Votre mot de passe est changé. Vous pouvez vous connecter.',
    ask: 'Recevoir un lien',
    askLead: 'Indiquez votre adresse. Vous recevrez un lien pour choisir un nouveau mot de passe.',
    asked: 'Si un compte existe à l’adresse {email}, un lien vient d’y être envoyé. Regardez aussi vos messages indésirables.',
  },
  join: {
    title: 'Accepter votre invitation',
    lead: 'Vous êtes invité à rejoindre une équipe. Connectez-vous avec l’adresse qui a reçu l’invitation.',
    act: 'Accepter l’invitation',
    done: 'Invitation acceptée. Vous faites partie de l’équipe.',
    first: 'Connectez-vous, ou créez votre compte avec l’adresse qui a reçu l’invitation.',
    signIn: 'Me connecter et accepter',
    create: 'Créer mon compte',
    created: 'Un message vient de partir à {email}. Ouvrez le lien qu’il contient, puis revenez à celui de l’invitation.',
  },
  noLink: 'Ouvrez cette page par le lien reçu par courriel.',
};

const english: PageWords = {
  noScript: 'Switch JavaScript on to use this page: nothing is sent before you press a button.',
  error: 'Error:',
  working: 'One moment…',
  unreachable: 'The service does not answer. Check your connection, then try again.',
  incident: 'Something went wrong on our side. Try again; if it happens once more, report this id:',
  email: 'E-mail address',
  password: 'Password',
  newPassword: 'New password',
  passwordHint: 'At least 12 characters. Four unrelated words do very well.',
  show: 'Show the password',
  hide: 'Hide the password',
  signUp: {
    title: 'Create an account',
    lead: 'One account is all it takes to submit your application to every school. Give an address that you read often: whatever concerns your application is sent there.',
    done: 'A message was just sent to {email}. Open the link in it to confirm this address, then sign in. Nothing came? Check the address above and your junk mail.',
    anew: 'Send me another link',
    other: 'Start again with another address',
    known: 'I have an account',
  },
  verify: {
    title: 'Confirm your address',
    lead: 'Confirm that this address is yours. You can then sign in.',
    act: 'Confirm my address',
    done: 'Your address is confirmed. You can sign in.',
    askLead: 'Give your address. You will be mailed a new link to confirm it.',
    asked: 'If an account is waiting to be confirmed at {email}, a link was just sent there. Look in your junk mail too.',
  },
  reset: {
    title: 'Choose a new password',
    lead: 'Choose a new password. All your devices will be signed out.',
    act: 'Change my password',
    done: 'Your password is changed. You can sign in.',
    ask: 'Send me a link',
    askLead: 'Give your address. You will be mailed a link to choose a new password.',
    asked: 'If there is an account at {email}, a link was just sent there. Look in your junk mail too.',
  },
  join: {
    title: 'Accept your invitation',
    lead: 'You are invited to join a team. Sign in with the address that received the invitation.',
    act: 'Accept the invitation',
    done: 'Invitation accepted. You are part of the team.',
    first: 'Sign in, or create your account with the address that received the invitation.',
    signIn: 'Sign in and accept',
    create: 'Create my account',
    created: 'A message was just sent to {email}. Open the link in it, then come back to the one of the invitation.',
  },
  noLink: 'Open this page by the link you were mailed.',
};

export const pageWords = { fr: french, en: english } as const;
