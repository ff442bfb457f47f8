namespace AesthetixWorkflows.Local.Storage;

/// <summary>Numbers for words that repeat in every key. A name never changes its number, so both ways are remembered.</summary>
sealed class Names(Database database)
{
    readonly Dictionary<string, long> _numbers = [];
    readonly Dictionary<long, string> _texts = [];

    /// <summary>The number of a name, made when it is new. For the writer.</summary>
    public long Number(string text)
    {
        if (Find(text) is { } known) return known;
        database.Use("INSERT INTO name (text) VALUES (?)").With(text).Run();
        return Find(text)!.Value;
    }

    /// <summary>The number of a name; null when nothing was ever stored under it.</summary>
    public long? Find(string text)
    {
        if (_numbers.TryGetValue(text, out var known)) return known;
        using var row = database.Use("SELECT number FROM name WHERE text = ?").With(text);
        return row.Step() ? _numbers[text] = row.Long(0) : null;
    }

    public string Text(long number)
    {
        if (_texts.TryGetValue(number, out var known)) return known;
        using var row = database.Use("SELECT text FROM name WHERE number = ?").With(number);
        return row.Step() ? _texts[number] = row.Text(0) : throw new InvalidDataException($"The data file has no name {number}.");
    }

    /// <summary>After a rollback: names that were new may be gone again.</summary>
    public void Forget()
    {
        _numbers.Clear();
        _texts.Clear();
    }
}
