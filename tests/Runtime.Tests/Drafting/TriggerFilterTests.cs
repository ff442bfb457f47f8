using AesthetixWorkflows.Runtime.Drafting.Assembling;
using AesthetixWorkflows.Runtime.Drafting.Intents;

namespace AesthetixWorkflows.Runtime.Tests.Drafting;

/// <summary>A drafted trigger is narrowed only by what is known when its event comes.</summary>
public sealed class TriggerFilterTests
{
    [Theory]
    [InlineData("contact.city", 1)]
    [InlineData("form.id", 1)]
    [InlineData("visits.nextAt", 0)]
    [InlineData("user.name", 0)]
    public void A_filter_that_the_event_cannot_answer_is_told_and_not_written(string field, int written)
    {
        var scene = new Scene(Lumina.Catalogue, Lumina.Names, "");
        var trigger = TriggerJson.Of(new EventMention("form.submitted", [new Row(field, "notEmpty")], "Form sent"), scene, "t1")!;
        Assert.Equal((written, 1 - written), (trigger["filters"]!["all"]!.AsArray().Count, scene.Assumptions.Count));
    }
}
