/**
 * How many rows a list is judged to hold that takes neither a page nor a list of its own: what such a list usually holds, where that is
 * more than a handful. What it holds beyond is paid once it is answered, and owed where the budget is spent. Keyed by `Type.field`; the
 * contract's test names every other list, with its bound.
 */
export const listSizes: Readonly<Record<string, number>> = {
  // A hundred candidacies for ten readers are a thousand.
  'BulkAct.outcomes': 100,
  'BulkPreview.outcomes': 100,
  'SchoolDesk.proposedAssignments': 100,
  // A note may be reworded a hundred times, and hardly ever is.
  'Note.versions': 10,
  'Query.countries': 250,
  'Query.mentions': 60,
  'Query.specialisms': 20,
  'Query.previewAdmissibility': 10,
  'Application.choices': 10,
  'Choice.timeline': 10,
  'ConsortiumDesk.totals': 10,
  'ConsortiumDesk.submissionsPerDay': 100,
  'Health.passes': 10,
  'SchoolTotals.states': 10,
  'Notice.articles': 10,
  'NoticeDraft.articles': 10,
  'SchoolDesk.apiKeys': 20,
  'SchoolDesk.labels': 20,
  'SchoolDesk.members': 20,
  'SchoolDesk.queueCounts': 10,
  'SchoolDesk.readers': 20,
  'SchoolDesk.views': 20,
};
