/** Bases of the passwords most often found in leaks, French and English; those under twelve signs matter once padded or repeated. */
export const commonPasswords: ReadonlySet<string> = new Set(
  `password passw0rd motdepasse motdepass mdp admin administrator administrateur azerty azertyuiop qwerty qwertyuiop qwertz qsdfghjklm
  asdfghjkl wxcvbn zxcvbn zxcvbnm azertyuiopqsdfghjklm qwertyuiopasdfghjkl welcome bienvenue bonjour letmein secret soleil doudou loulou
  chouchou marseille paris france lyon toulouse bordeaux monkey dragon football baseball basketball princess princesse iloveyou jetaime
  sunshine shadow master superman batman pokemon starwars naruto michael jennifer jordan charlie thomas nicolas camille julien chocolat
  chocolate coucou amour tinkerbell trustno hello helloworld whatever computer ordinateur internet google facebook instagram linkedin
  guichet astg candidat candidate candidature admission concours university universite student etudiant ecole school changeme default
  testtest test temporary temporaire summer winter spring autumn printemps automne hiver january february september octobre novembre
  freedom liberte corvette ferrari mercedes harley mustang samsung nintendo playstation minecraft fortnite abcdef abcdefgh abcdefghijkl
  abcdefghijklmnopqrstuvwxyz correcthorsebatterystaple iloveyouforever mypassword monmotdepasse thisisapassword supersecret letmeinplease
  passwordpassword adminadmin azertyazerty qwertyqwerty`.split(/\s+/),
);
