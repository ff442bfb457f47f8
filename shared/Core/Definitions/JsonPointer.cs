using System.Globalization;

namespace AesthetixWorkflows.Core.Definitions;

/// <summary>JSON pointers (RFC 6901).</summary>
public static class JsonPointer
{
    public static string Below(string pointer, string name) =>
        string.Concat(pointer, "/", name.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal));

    public static string Below(string pointer, int index) => string.Concat(pointer, "/", index.ToString(CultureInfo.InvariantCulture));
}
