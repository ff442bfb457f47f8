namespace Azure.Data.Tables.Wire;

/// <summary>The answer to a question for an entity that is not there.</summary>
sealed class Nothing<T>(Response response) : NullableResponse<T>
{
    public override bool HasValue => false;
    public override T Value => throw new InvalidOperationException("There is no value.");
    public override Response GetRawResponse() => response;
}
