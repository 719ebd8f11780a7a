/** What somebody who just started the platform opens next. */
export const whereToBegin = (localUrl: string, catchesMail: boolean): string =>
  [
    `  ${localUrl}/graphiql   the query page, with a sign-in and examples`,
    `  ${localUrl}/sign-in    accounts, as candidates and schools meet them; ${localUrl}/sign-up opens one`,
    ...(catchesMail ? [`  ${localUrl}/dev/mails  every mail it sent; none leaves this machine`] : []),
    'Ctrl+C stops it.',
  ].join('\n');
