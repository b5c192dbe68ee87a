package dev.logmill.curation.privacy;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Whether the {@code name} of a message in role user is what frameworks call an agent or a part that it plays, and nobody's. */
final class SpeakerName {
    private static final Set<String> PARTS = Set.of(
            "user",
            "human",
            "customer",
            "client",
            "person",
            "caller",
            "member",
            "guest",
            "proxy",
            "agent",
            "agents",
            "assistant",
            "admin",
            "executor",
            "bot",
            "system",
            "tool",
            "tools",
            "planner",
            "critic",
            "coder",
            "manager",
            "chat",
            "research",
            "researcher",
            "writer",
            "reviewer",
            "engineer",
            "expert",
            "worker",
            "supervisor",
            "orchestrator",
            "router",
            "coordinator",
            "analyst",
            "developer",
            "tester",
            "example",
            "speaker",
            "group",
            "task",
            "code",
            "search",
            "web",
            "data",
            "the",
            "a",
            "of",
            "ai",
            "llm",
            "model",
            "moderator",
            "teacher",
            "student",
            "interviewer",
            "product",
            "project",
            "editor",
            "evaluator",
            "judge",
            "checker",
            "runner",
            "interpreter",
            "summarizer",
            "retriever",
            "rag",
            "sql",
            "python",
            "ceo",
            "cto",
            "cfo",
            "sales",
            "support",
            "triage",
            "main",
            "sub",
            "team",
            "leader",
            "and");

    private SpeakerName() {}

    /** Whether every word of it is one of a part: user_proxy, ResearchAgent, critic2. */
    static boolean isPart(String name) {
        return words(name).stream().allMatch(PARTS::contains);
    }

    private static List<String> words(String name) {
        String parted = name.replaceAll("(?<=\\p{Ll})(?=\\p{Lu})", " ").replaceAll("[^\\p{L}]+", " ");
        return List.of(parted.strip().toLowerCase(Locale.ROOT).split(" ", -1));
    }
}
