/** S, first half: an own draft with what its rules look at, and the notices in force. $1 candidate, $2 application. */
export const draft = `select a.id, a.candidate_id as "candidateId", a.campaign_id as "campaignId", a.reference, a.state, a.version,
    a.is_being_revised as "isBeingRevised", a.snapshot_number as "snapshotNumber", p.email, c.identity, c.contact, a.studies, a.qualification,
    a.answers, r.content as arrangements, a.exam_centre_id as "examCentreId", a.choices, app.clock()::text as at,
    exists (select from app.filing f where f.candidate_id = a.candidate_id and f.campaign_id = a.campaign_id) as "isFiled",
    (select json_build_object('zone', k.zone, 'entryYear', k.entry_year, 'state', k.state, 'opensAt', k.opens_at::text, 'closesAt', k.closes_at::text,
        'maxChoices', k.max_choices, 'replyPolicy', k.reply_policy, 'oralsMode', k.orals_mode, 'members',
        (select json_agg(json_build_object('schoolId', m.school_id, 'slug', s.slug, 'name', s.name, 'noticeVersionId', n.id, 'notice', n.rules) order by s.slug)
          from app.campaign_member m join app.school s on s.id = m.school_id
          join lateral (select v.id, v.rules from app.notice_version v where v.school_id = m.school_id and v.campaign_id = k.id
            order by v.number desc limit 1) n on true where m.campaign_id = k.id))
      from app.campaign k where k.id = a.campaign_id) as campaign
  from app.application a join app.candidate c on c.id = a.candidate_id join app.person p on p.account_id = c.account_id
  left join app.special_arrangement r on r.candidate_id = a.candidate_id and r.application_id = a.id
  where a.candidate_id = $1 and a.id = $2`;
