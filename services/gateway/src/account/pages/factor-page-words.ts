/** The words of the pages where a person signs in, sets up a second factor and changes address. */
export interface FactorPageWords {
  readonly signIn: {
    readonly title: string;
    readonly act: string;
    readonly done: string;
    readonly toFactor: string;
    readonly toAddress: string;
    readonly forgotten: string;
    readonly unconfirmed: string;
    readonly as: string;
    readonly signOut: string;
    readonly signedOut: string;
  };
  readonly code: {
    readonly label: string;
    readonly hint: string;
    readonly act: string;
    readonly asked: string;
  };
  readonly factor: {
    readonly title: string;
    readonly signedOut: string;
    readonly required: string;
    readonly further: string;
    readonly toSetUp: string;
    readonly none: string;
    readonly begin: string;
    readonly scan: string;
    readonly drawing: string;
    readonly type: string;
    readonly open: string;
    readonly confirm: string;
    readonly confirmHint: string;
    readonly confirmed: string;
    readonly codes: string;
    readonly codesHint: string;
    readonly kept: string;
    readonly set: string;
    readonly left: string;
    readonly renew: string;
    readonly renewed: string;
    readonly off: string;
    readonly offHint: string;
    readonly switchedOff: string;
  };
  readonly address: {
    readonly title: string;
    readonly lead: string;
    readonly label: string;
    readonly act: string;
    readonly asked: string;
    readonly confirmLead: string;
    readonly confirm: string;
    readonly confirmed: string;
  };
}

const french: FactorPageWords = {
  signIn: {
    title: 'Se connecter',
    act: 'Me connecter',
    done: 'Vous êtes connecté.',
    toFactor: 'Double authentification',
    toAddress: 'Changer d’adresse',
    forgotten: 'Mot de passe oublié',
    unconfirmed: 'Adresse pas encore confirmée',
    as: 'Votre adresse :',
    signOut: 'Me déconnecter',
    signedOut: 'Votre session est fermée.',
  },
  code: {
    label: 'Code',
    hint: 'Les six chiffres de votre application, ou un code de secours.',
    act: 'Valider le code',
    asked: 'Saisissez maintenant le code affiché par votre application.',
  },
  factor: {
    title: 'Double authentification',
    signedOut: 'Connectez-vous d’abord.',
    required: 'Vos fonctions la demandent : sans elle, vous ne voyez que ce qui est public.',
    further:
      'Encore une étape : vos fonctions demandent une double authentification. D’ici là, vous ne voyez que ce qui est public.',
    toSetUp: 'Activer la double authentification',
    none: 'Un code affiché par votre téléphone sera demandé après votre mot de passe. Confirmez d’abord votre mot de passe.',
    begin: 'Commencer',
    scan: 'Scannez ce code QR avec une application d’authentification, puis saisissez le code qu’elle affiche.',
    drawing: 'Code QR à scanner avec une application d’authentification',
    type: 'Ou saisissez cette clé :',
    open: 'Ouvrir dans une application de cet appareil',
    confirm: 'Activer',
    confirmHint: 'Les six chiffres de votre application.',
    confirmed: 'La double authentification est activée. Vos autres appareils sont déconnectés.',
    codes: 'Vos codes de secours',
    codesHint: 'Ils ne seront plus montrés. Chacun remplace un code, une seule fois : imprimez-les, ou gardez-les à l’abri.',
    kept: 'Continuer : mes codes sont à l’abri',
    set: 'La double authentification est activée.',
    left: 'Codes de secours restants :',
    renew: 'Remplacer mes codes de secours',
    renewed: 'Voici vos nouveaux codes. Les anciens ne sont plus valables.',
    off: 'Désactiver la double authentification',
    offHint: 'Pour changer de téléphone, désactivez-la ici, puis activez-la avec le nouveau.',
    switchedOff: 'La double authentification est désactivée. Vos autres appareils sont déconnectés.',
  },
  address: {
    title: 'Changer d’adresse',
    lead: 'Un lien sera envoyé à la nouvelle adresse. Elle remplacera l’ancienne une fois ce lien ouvert ; l’ancienne en sera informée.',
    label: 'Nouvelle adresse électronique',
    act: 'Recevoir un lien',
    asked: 'Si l’adresse {email} est libre, un lien vient d’y être envoyé. Regardez aussi vos messages indésirables.',
    confirmLead: 'Confirmez que cette adresse est la vôtre. Tous vos appareils seront déconnectés.',
    confirm: 'Confirmer ma nouvelle adresse',
    confirmed: 'Votre adresse a changé. Connectez-vous avec la nouvelle.',
  },
};

const english: FactorPageWords = {
  signIn: {
    title: 'Sign in',
    act: 'Sign in',
    done: 'You are signed in.',
    toFactor: 'Second factor',
    toAddress: 'Change address',
    forgotten: 'Forgotten password',
    unconfirmed: 'Address not confirmed yet',
    as: 'Your address:',
    signOut: 'Sign out',
    signedOut: 'You are signed out.',
  },
  code: {
    label: 'Code',
    hint: 'The six digits of your authenticator app, or a backup code.',
    act: 'Confirm the code',
    asked: 'Now enter the code shown by your authenticator app.',
  },
  factor: {
    title: 'Second factor',
    signedOut: 'Sign in first.',
    required: 'Your functions ask for it: without it you see only what is public.',
    further: 'One more step: your functions ask for a second factor. Until it is set up, you see only what is public.',
    toSetUp: 'Set up my second factor',
    none: 'You will be asked for a code from your telephone after your password. Confirm your password first.',
    begin: 'Begin',
    scan: 'Scan this QR code with an authenticator app, then enter the code that it shows.',
    drawing: 'QR code to be scanned with an authenticator app',
    type: 'Or type this key:',
    open: 'Open in an app on this device',
    confirm: 'Switch on',
    confirmHint: 'The six digits of your authenticator app.',
    confirmed: 'Your second factor is on. Your other devices are signed out.',
    codes: 'Your backup codes',
    codesHint: 'They will not be shown again. Each stands in for a code, once: print them, or keep them in a safe place.',
    kept: 'Continue: my codes are safe',
    set: 'Your second factor is on.',
    left: 'Backup codes left:',
    renew: 'Replace my backup codes',
    renewed: 'Here are your new codes. The former ones are void.',
    off: 'Switch off my second factor',
    offHint: 'To change telephones, switch it off here, then on with the new one.',
    switchedOff: 'Your second factor is off. Your other devices are signed out.',
  },
  address: {
    title: 'Change address',
    lead: 'A link will be mailed to the new address. It counts once that link has been opened; the former one is told.',
    label: 'New e-mail address',
    act: 'Send me a link',
    asked: 'If {email} is free, a link was just sent there. Look in your junk mail too.',
    confirmLead: 'Confirm that this address is yours. All your devices will be signed out.',
    confirm: 'Confirm my new address',
    confirmed: 'Your address has changed. Sign in with the new one.',
  },
};

export const factorPageWords = { fr: french, en: english } as const;
