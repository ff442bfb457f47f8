using System.Collections.Immutable;
using AesthetixWorkflows.Catalogue.Describing;
using static AesthetixWorkflows.Catalogue.Triggers.Outside.Row;

namespace AesthetixWorkflows.Catalogue.Triggers.Outside;

/// <summary>Courses, communities and certificates.</summary>
static class Courses
{
    public static readonly ImmutableArray<TriggerDescriptor> Rows =
    [
        Row.Of("course.signup", "Course sign-up", "Courses", "Starts when somebody signs up for a course.",
            """{ "course": { "id": "c1", "name": "Skin school" }, "contact": { "email": "ada@example.test" } }""",
            Text("course.id", "Course id"),
            Text("course.name", "Course")),
        Row.Of("course.progress", "Course progress", "Courses", "Starts when a part of a course is begun or finished.",
            """{ "course": { "id": "c1", "part": "lesson", "partId": "l1", "event": "completed" }, "contact": { "email": "ada@example.test" } }""",
            Text("course.id", "Course id"),
            Text("course.part", "Part", "product", "category", "lesson"),
            Text("course.partId", "Part's id"),
            Text("course.event", "What happened", "started", "completed")),
        Row.Of("course.access.changed", "Course access", "Courses", "Starts when somebody is given a course, or loses it.",
            """{ "course": { "id": "c1", "event": "granted" }, "contact": { "email": "ada@example.test" } }""",
            Text("course.id", "Course id"),
            Text("course.offer", "Offer"),
            Text("course.event", "What happened", "granted", "removed")),
        Row.Of("member.signed.in", "Member signed in", "Courses", "Starts when a member signs in to the courses.",
            """{ "member": { "site": "Skin school" }, "contact": { "email": "ada@example.test" } }""",
            Text("member.site", "Where")),
        Row.Of("community.access.changed", "Community access", "Courses", "Starts when somebody joins or leaves a group or a private channel.",
            """{ "community": { "group": "Members", "event": "granted" }, "contact": { "email": "ada@example.test" } }""",
            Text("community.group", "Group"),
            Text("community.channel", "Channel"),
            Text("community.event", "What happened", "granted", "revoked")),
        Row.Of("community.level.reached", "Community level reached", "Courses", "Starts when a member reaches a level on the leaderboard.",
            """{ "community": { "group": "Members", "level": 3 }, "contact": { "email": "ada@example.test" } }""",
            Text("community.group", "Group"),
            Number("community.level", "Level")),
        Row.Of("certificate.issued", "Certificate issued", "Courses", "Starts when a certificate is issued.",
            """{ "certificate": { "id": "x1", "name": "Skin school" }, "contact": { "email": "ada@example.test" } }""",
            Text("certificate.id", "Certificate id"),
            Text("certificate.name", "Certificate"),
            Text("certificate.url", "Certificate's page")),
    ];
}
