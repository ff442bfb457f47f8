using System.Text.Json;
using AesthetixWorkflows.Core.Machine;
using AesthetixWorkflows.Core.Records;
using AesthetixWorkflows.Runtime.Ports;

namespace AesthetixWorkflows.Runtime.Providers.Sandbox;

/// <summary>Sends nothing: writes what would be sent, one JSON line a message, to a file that a person can read. Like a real
/// provider it lives outside the store, so a crash between the two is a real one; unlike most, it can say what it has seen.</summary>
public sealed class SandboxProvider : IMessageProvider, IDisposable
{
    static readonly JsonSerializerOptions Lines = new(JsonSerializerDefaults.Web) { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    readonly string _path;
    readonly FileStream _file;
    readonly Lock _gate = new();
    HashSet<string>? _seen;

    public SandboxProvider(string path)
    {
        _path = path;
        // No buffer of ours: a line is the operating system's before Send returns, so it outlives this process.
        _file = new FileStream(path, FileMode.Append, FileAccess.Write, FileShare.ReadWrite, bufferSize: 0);
    }

    public Task<Outcome> Send(string practice, string messageId, Message message, CancellationToken ct)
    {
        var line = JsonSerializer.SerializeToUtf8Bytes(new
        {
            at = message.At, effect = message.EffectId, message = messageId, channel = message.Channel, from = message.From,
            to = message.To, cc = message.Cc, bcc = message.Bcc, subject = message.Subject, text = message.Text, headers = Headers(message),
        }, Lines);
        Array.Resize(ref line, line.Length + 1);
        line[^1] = (byte)'\n';
        lock (_gate)
        {
            _file.Write(line);
            if (message.EffectId is not null) _seen?.Add(message.EffectId);
        }
        return Task.FromResult<Outcome>(new Outcome.Done($"sandbox-{messageId}"));
    }

    /// <summary>Those that a mailbox acts on (RFC 8058).</summary>
    static Dictionary<string, string>? Headers(Message message) => message.Unsubscribe is null ? null : new()
    {
        ["List-Unsubscribe"] = $"<{message.Unsubscribe}>", ["List-Unsubscribe-Post"] = "List-Unsubscribe=One-Click",
    };

    public Task<Outcome?> Confirm(string effectId, CancellationToken ct)
    {
        lock (_gate)
        {
            _seen ??= ReadEffects();
            return Task.FromResult<Outcome?>(_seen.Contains(effectId) ? new Outcome.Done("sandbox") : new Outcome.Failed("sandbox.notSeen", true));
        }
    }

    public void Dispose() => _file.Dispose();

    HashSet<string> ReadEffects()
    {
        using var file = new FileStream(_path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using var reader = new StreamReader(file);
        var seen = new HashSet<string>();
        while (reader.ReadLine() is { } line)
        {
            // A line cut short by a crash was never acknowledged, but it may have been "sent": it counts when its effect can be read.
            const string Mark = "\"effect\":\"";
            var start = line.IndexOf(Mark, StringComparison.Ordinal);
            var end = start < 0 ? -1 : line.IndexOf('"', start + Mark.Length);
            if (end > 0) seen.Add(line[(start + Mark.Length)..end]);
        }
        return seen;
    }
}
