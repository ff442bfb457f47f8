using AesthetixWorkflows.Core.Records;
using AesthetixWorkflows.Runtime.Outbound;

namespace AesthetixWorkflows.Runtime.Simulating.Capturing;

/// <summary>What would have left the house, by the effect that would have sent it, until the trace has told of it.</summary>
sealed class Captured
{
    readonly List<(string Effect, Message Message)> _messages = [];
    readonly List<(string Effect, OutboundRequest Request, OutboundAnswer Answer)> _calls = [];

    public void Add(string messageId, Message message) => _messages.Add((message.EffectId ?? messageId, message));
    public void Add(OutboundRequest request, OutboundAnswer answer) => _calls.Add((request.IdempotencyId, request, answer));

    public IReadOnlyList<Message> TakeMessages(string effect)
    {
        if (_messages.Count == 0) return [];
        var taken = _messages.Where(m => m.Effect == effect).Select(m => m.Message).ToList();
        _messages.RemoveAll(m => m.Effect == effect);
        return taken;
    }

    public IReadOnlyList<(OutboundRequest Request, OutboundAnswer Answer)> TakeCalls(string effect)
    {
        if (_calls.Count == 0) return [];
        var taken = _calls.Where(c => c.Effect == effect).Select(c => (c.Request, c.Answer)).ToList();
        _calls.RemoveAll(c => c.Effect == effect);
        return taken;
    }
}
