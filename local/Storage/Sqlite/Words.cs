using System.Reflection;
using System.Text;
using System.Text.Json.Serialization;

namespace AesthetixWorkflows.Local.Storage;

/// <summary>The words of the wire format for the values of an enum; the file stores those, never the enum's numbers.</summary>
static class Words<T> where T : struct, Enum
{
    static readonly Dictionary<T, byte[]> Utf8 = Enum.GetValues<T>().ToDictionary(v => v, v => Encoding.UTF8.GetBytes(Word(v)));
    static readonly Dictionary<string, T> Values = Enum.GetValues<T>().ToDictionary(Word, v => v);

    public static ReadOnlySpan<byte> Of(T value) => Utf8[value];
    public static T From(string word) => Values[word];

    static string Word(T value) =>
        typeof(T).GetField(value.ToString())!.GetCustomAttribute<JsonStringEnumMemberNameAttribute>()!.Name;
}
