select s.name, t.trace_id as "context.trace_id", s.span_id as "context.span_id", s.parent_id, s.span_kind, s.start_time,
  s.end_time, s.status_code, s.status_message, s.events, s.attributes,
  (select json_group_array(json_object('name', a.name, 'label', a.label, 'score', a.score, 'explanation', a.explanation,
      'annotator_kind', a.annotator_kind, 'identifier', a.identifier, 'user_id', a.user_id, 'created_at', a.created_at,
      'updated_at', a.updated_at))
    from span_annotations a where a.span_rowid = s.id) as annotations,
  (select json_group_array(json_object('name', a.name, 'label', a.label, 'score', a.score, 'explanation', a.explanation,
      'annotator_kind', a.annotator_kind, 'identifier', a.identifier, 'user_id', a.user_id, 'created_at', a.created_at,
      'updated_at', a.updated_at))
    from trace_annotations a where a.trace_rowid = t.id and s.parent_id is null) as "attributes.trace.annotations"
from spans s join traces t on t.id = s.trace_rowid join projects p on p.id = t.project_rowid
order by s.id
