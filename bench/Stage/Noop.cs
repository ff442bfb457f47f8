using System.Text.Json;
using AesthetixWorkflows.Catalogue.Acting;
using AesthetixWorkflows.Catalogue.Describing;
using AesthetixWorkflows.Core.Machine;

namespace AesthetixWorkflows.Bench.Stage;

/// <summary>The cheapest durable action there can be: puts out 100 bytes of JSON, as the peers' no-op step returns.</summary>
sealed class Noop : ActionType
{
    static readonly JsonElement Answer = JsonDocument.Parse($$"""{"ok":true,"note":"{{new string('x', 78)}}"}""").RootElement.Clone();

    /// <summary>Called when one runs, with its enrollment's id.</summary>
    public Action<string>? Ran { get; set; }

    public override ActionDescriptor Descriptor { get; } = new("bench.noop", "Nothing", "Bench", "Does nothing.", [], [], NeedsContact: false);

    public override Task<Outcome> Execute(ActionCall call, CancellationToken ct)
    {
        Ran?.Invoke(call.Enrollment.Id);
        call.Output(Answer);
        return Task.FromResult<Outcome>(Outcome.Done.Plain);
    }
}
