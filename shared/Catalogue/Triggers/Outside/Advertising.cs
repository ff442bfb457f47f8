using System.Collections.Immutable;
using AesthetixWorkflows.Catalogue.Describing;
using static AesthetixWorkflows.Catalogue.Triggers.Outside.Row;

namespace AesthetixWorkflows.Catalogue.Triggers.Outside;

/// <summary>Advertisements and social networks.</summary>
static class Advertising
{
    public static readonly ImmutableArray<TriggerDescriptor> Rows =
    [
        Row.Of("ad.form.submitted", "Lead form of an ad", "Advertising", "Starts when somebody fills in the form of an advertisement.",
            """{ "ad": { "network": "facebook", "page": "Clinic", "form": "Spring", "fields": { "treatment": "Peel" } }, "contact": { "email": "ada@example.test" } }""",
            Text("ad.network", "Network", "facebook", "instagram", "tiktok", "linkedin", "google"),
            Text("ad.page", "Page"),
            Text("ad.form", "Form"),
            Text("ad.campaign", "Campaign"),
            Text("ad.fields.*", "Answer")),
        Row.Of("ad.message.started", "Message from an ad", "Advertising", "Starts when somebody writes by way of an advertisement.",
            """{ "ad": { "network": "whatsapp", "campaign": "Spring" }, "contact": { "email": "ada@example.test" } }""",
            Text("ad.network", "Network", "whatsapp", "messenger", "instagram"),
            Text("ad.campaign", "Campaign")),
        Row.Of("comment.received", "Comment on a post", "Advertising", "Starts when somebody comments on a post, not on another comment.",
            """{ "comment": { "network": "facebook", "page": "Clinic", "post": "p1", "text": "Price?" }, "contact": { "email": "ada@example.test" } }""",
            Text("comment.network", "Network", "facebook", "instagram"),
            Text("comment.page", "Page"),
            Text("comment.post", "Post"),
            Text("comment.postType", "Kind of post", "post", "ad", "reel", "live"),
            Text("comment.text", "Comment")),
        Row.Of("prospect.generated", "Prospect found", "Advertising", "Starts when a search for prospects has found somebody.",
            """{ "prospect": { "source": "map search" }, "contact": { "email": "ada@example.test" } }""",
            Text("prospect.source", "Found by")),
    ];
}
