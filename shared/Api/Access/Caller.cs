using System.Reflection;
using AesthetixWorkflows.Runtime.Auditing;

namespace AesthetixWorkflows.Api.Access;

/// <summary>Whose key this request carries. The practice comes from here and from nowhere else.</summary>
public sealed record Caller(string Practice, string KeyId, string Name, IReadOnlySet<string> Scopes)
{
    public Actor At(TimeProvider clock) => new(Practice, Name, clock.GetUtcNow());

    public static ValueTask<Caller?> BindAsync(HttpContext context, ParameterInfo parameter) =>
        new(context.Features.Get<Caller>() ?? throw new InvalidOperationException("A route that asks for the caller is mapped without Needs."));
}
