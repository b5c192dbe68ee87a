create table conversations (id text primary key, name text, model text);
create table responses (id text primary key, model text, prompt text, system text, prompt_json text, options_json text, response text, response_json text, conversation_id text, duration_ms integer, datetime_utc text);
insert into responses values ('r1', 'gpt-x', 'The last ferry?', 'Be brief.', null, '{}', 'At 22:10.', null, 'c1', 1500, '2024-06-22T08:00:00');
insert into responses values ('r2', 'gpt-x', 'In winter?', 'Be brief.', null, '{}', 'At 21:10.', null, 'c1', 800, '2024-06-22T08:00:02');
