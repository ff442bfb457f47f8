using System.Collections.Concurrent;
using AesthetixWorkflows.Core.Wording;

namespace AesthetixWorkflows.Runtime.Activities;

/// <summary>Texts once taken apart. Published versions have few, but tests and simulations bring any: so it is bounded by how
/// much text there is, and starts over when that is too much.</summary>
sealed class KeptTemplates(int mostCharacters)
{
    readonly ConcurrentDictionary<string, Template> _kept = new();
    int _characters;

    public int Count => _kept.Count;

    public Template Of(string text)
    {
        if (_kept.TryGetValue(text, out var known)) return known;
        var template = Template.Parse(text);
        if (Interlocked.Add(ref _characters, text.Length) > mostCharacters)
        {
            _kept.Clear();
            Interlocked.Exchange(ref _characters, text.Length);
        }
        return _kept.GetOrAdd(text, template);
    }
}
