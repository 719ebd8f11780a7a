/** The years a campaign may be of, both included: its entry, its opening and its closing. */
export const campaignYears = { first: 2000, last: 2100 } as const;

const from = Temporal.Instant.from(`${campaignYears.first}-01-01T00:00:00Z`);
const until = Temporal.Instant.from(`${campaignYears.last + 1}-01-01T00:00:00Z`);

/** A date beyond these years was mistyped: no campaign is dated so, and a season copied from it might have no date at all. */
export const isCampaignDate = (at: Temporal.Instant): boolean =>
  Temporal.Instant.compare(at, from) >= 0 && Temporal.Instant.compare(at, until) < 0;
