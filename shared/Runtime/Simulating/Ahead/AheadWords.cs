using AesthetixWorkflows.Catalogue;
using AesthetixWorkflows.Core.Definitions;
using AesthetixWorkflows.Core.Enrollments;
using AesthetixWorkflows.Core.Records;

namespace AesthetixWorkflows.Runtime.Simulating.Ahead;

/// <summary>The words of what comes.</summary>
/// <param name="addresses">The contact's own, where it has them: what does not go is filled in all the same.</param>
sealed class AheadWords(ProductCatalogue catalogue, Engine engine, VirtualClock clock, Contact addresses)
{
    const int Longest = 600;

    public AheadKind? Kind(Step.Act step) => AheadKinds.Of(step, catalogue);

    public static AheadItem Of(AheadItem item, Message message) => item with { Title = message.Subject, Text = Cut(message.Text) };

    public static AheadItem Of(AheadItem item, WorkTask task) => item with { Title = task.Title, Text = Cut(task.Script ?? task.Description) };

    /// <summary>What a message would say that does not go, or not yet.</summary>
    public async Task<AheadItem> Compose(AheadItem item, Definition definition, Enrollment enrollment, CancellationToken ct)
    {
        var to = item.Kind is AheadKind.Email ? addresses.Email : addresses.Phone;
        var composed = await engine.Path.Compose(definition, enrollment, item.StepId, to ?? "", clock.Now, ct);
        return composed.Message is { } message ? Of(item, message) : item;
    }

    static string? Cut(string? text) => text is not { Length: > Longest } ? text : string.Concat(text.AsSpan(0, char.IsHighSurrogate(text[Longest - 1]) ? Longest - 1 : Longest), "…");
}
