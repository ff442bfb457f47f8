using AesthetixWorkflows.Core.Definitions;

namespace AesthetixWorkflows.Api.Problems;

/// <summary>Why a request was not carried out; becomes <c>application/problem+json</c>.</summary>
/// <param name="RetryAfter">Seconds after which the same request may succeed.</param>
public sealed record Refusal(Code Code, string? Detail = null, IReadOnlyList<FieldError>? Errors = null, IReadOnlyList<Finding>? Findings = null, int? RetryAfter = null)
{
    public static Refusal OfField(Code code, string pointer, string message) => new(code, null, [new(pointer, code.Name, message)]);

    public static Refusal Required(string field) => OfField(Codes.FieldRequired, "/" + field, "This field is required.");
    public static Refusal Invalid(string field, string message) => OfField(Codes.FieldInvalid, "/" + field, message);
    public static Refusal Query(string name, string message) => new(Codes.QueryInvalid, $"{name}: {message}");
}

/// <summary>One thing wrong with the body. Pointer: RFC 6901.</summary>
public sealed record FieldError(string Pointer, string Code, string Message);

/// <summary>Ends a request while its parameters are still being bound, where no result can be returned.</summary>
public sealed class RefusedException(Refusal refusal) : Exception(refusal.Code.Name)
{
    public Refusal Refusal { get; } = refusal;
}
