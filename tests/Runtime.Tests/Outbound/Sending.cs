using System.Text;
using AesthetixWorkflows.Runtime.Outbound;

namespace AesthetixWorkflows.Runtime.Tests.Outbound;

/// <summary>Sends as a practice that has allowed <c>clinic.test</c> and <c>partner.test</c> by name, and nothing else.</summary>
sealed class Sending(Names? names = null)
{
    public const string EffectId = "enr_01/s3/1";

    public static readonly IReadOnlySet<string> Allowed = new HashSet<string> { "clinic.test", "Partner.Test" };

    /// <summary>Limits short enough for a test to wait for.</summary>
    public static readonly OutboundLimits Short = OutboundLimits.Default with { Total = TimeSpan.FromSeconds(3), Connect = TimeSpan.FromSeconds(2) };

    public Names Names { get; } = names ?? new Names();

    public static OutboundRequest Post(Uri url, string body = """{"a":1}""") => new("POST", url, EffectId) { Body = Encoding.UTF8.GetBytes(body) };

    public Task<OutboundAnswer> SendAsync(OutboundRequest request, IReadOnlySet<string>? allowed = null) =>
        new OutboundClient(TimeProvider.System, Names).SendAsync(request, allowed ?? Allowed);

    public async Task<OutboundAnswer.Answered> AnsweredAsync(OutboundRequest request) =>
        Assert.IsType<OutboundAnswer.Answered>(await SendAsync(request));

    public async Task<string> RefusedAsync(OutboundRequest request, IReadOnlySet<string>? allowed = null) =>
        Assert.IsType<OutboundAnswer.Refused>(await SendAsync(request, allowed)).Code;
}
