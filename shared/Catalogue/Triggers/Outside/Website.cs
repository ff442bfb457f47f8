using System.Collections.Immutable;
using AesthetixWorkflows.Catalogue.Describing;
using static AesthetixWorkflows.Catalogue.Triggers.Outside.Row;

namespace AesthetixWorkflows.Catalogue.Triggers.Outside;

/// <summary>Pages, quizzes and videos of the practice's website.</summary>
static class Website
{
    public static readonly ImmutableArray<TriggerDescriptor> Rows =
    [
        Row.Of("page.viewed", "Page viewed", "Website", "Starts when a known visitor opens a page of the website.",
            """{ "page": { "site": "Main", "path": "/fillers", "campaign": "spring" }, "contact": { "email": "ada@example.test" } }""",
            Text("page.site", "Website"),
            Text("page.path", "Path"),
            Text("page.title", "Page"),
            Text("page.campaign", "Campaign"),
            Text("page.source", "Campaign source"),
            Text("page.medium", "Campaign medium"),
            Text("page.content", "Campaign content")),
        Row.Of("quiz.submitted", "Quiz submitted", "Website", "Starts when somebody answers a quiz.",
            """{ "quiz": { "id": "skin", "score": 12, "category": "dry" }, "contact": { "email": "ada@example.test" } }""",
            Text("quiz.id", "Quiz"),
            Number("quiz.score", "Score"),
            Text("quiz.category", "Result"),
            Text("quiz.fields.*", "Answer")),
        Row.Of("video.watched", "Video watched", "Website", "Starts when a visitor has watched part of a video.",
            """{ "video": { "id": "v1", "title": "First visit", "percent": 75 }, "contact": { "email": "ada@example.test" } }""",
            Text("video.id", "Video id"),
            Text("video.title", "Video"),
            Text("video.page", "Page"),
            Number("video.percent", "Percent watched")),
    ];
}
