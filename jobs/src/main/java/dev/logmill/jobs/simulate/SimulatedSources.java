package dev.logmill.jobs.simulate;

/** The {@code sources} block of a configuration that reads what {@link Simulation} writes. */
public final class SimulatedSources {
    private static final String YAML = """
            sources:
              - name: gateway
                path: "@RAW@/gateway/{date}/*.jsonl.gz"
                dialect: openai-log
                project: demo
                privacy: content
              - name: app
                path: "@RAW@/app/{date}/*.jsonl.gz"
                dialect: mapped
                project: demo
                privacy: content
                mapping:
                  unit: span
                  trace: /trace
                  span: /id
                  parent: /parent
                  kind: /type
                  kinds: {agent: agent, tool: tool, retrieval: retriever}
                  name: /name
                  agent: /agent
                  agent-version: /version
                  user: /user
                  session: /session
                  started: {at: /started_ms, unit: ms}
                  ended: {at: /ended_ms, unit: ms}
                  tool: {name: /tool, call-id: /call, arguments: /args, result: /result}
                  error: /error
              - name: feedback
                path: "@RAW@/feedback/{date}/*.jsonl.gz"
                dialect: mapped
                project: demo
                privacy: content
                mapping:
                  unit: feedback
                  signals:
                    - channel-at: /kind
                      channels: {thumb: thumb, rating: rating, correction: correction, regenerate: regeneration, abandon: abandonment, outcome: outcome}
                      id: /event_id
                      feedback-id: /feedback_id
                      trace: /trace
                      span: /span
                      session: /session
                      user: /user
                      value: /value
                      text: /text
                      withdrawn: /withdrawn
                      time: {at: /at_ms, unit: ms}
            """;

    private SimulatedSources() {}

    /** The block for raw logs in this folder. */
    public static String yaml(String rawFolder) {
        String escaped = rawFolder.replace("\\", "\\\\").replace("\"", "\\\"");
        return YAML.replace("@RAW@", escaped);
    }
}
