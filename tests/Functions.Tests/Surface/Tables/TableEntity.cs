using System.Collections;

namespace Azure.Data.Tables;

/// <summary>A row as a dictionary. Its keys, ETag and Timestamp live in the same dictionary, as in the package.</summary>
// CA1710: the name is the package's.
#pragma warning disable CA1710
public sealed class TableEntity : ITableEntity, IDictionary<string, object>
#pragma warning restore CA1710
{
    readonly Dictionary<string, object> _values = [];

    public TableEntity() { }

    public TableEntity(string partitionKey, string rowKey) => (PartitionKey, RowKey) = (partitionKey, rowKey);

    public TableEntity(IDictionary<string, object> values)
    {
        foreach (var (name, value) in values) _values[name] = value;
    }

    public string PartitionKey { get => GetString("PartitionKey")!; set => _values["PartitionKey"] = value; }
    public string RowKey { get => GetString("RowKey")!; set => _values["RowKey"] = value; }
    public DateTimeOffset? Timestamp { get => GetDateTimeOffset("Timestamp"); set => this["Timestamp"] = value!; }
    public ETag ETag { get => GetString("odata.etag") is { } tag ? new(tag) : default; set => _values["odata.etag"] = value.ToString(); }

    public int Count => _values.Count;
    public ICollection<string> Keys => _values.Keys;
    ICollection<object> IDictionary<string, object>.Values => _values.Values;
    bool ICollection<KeyValuePair<string, object>>.IsReadOnly => false;

    /// <summary>Null for what is not there.</summary>
    public object this[string key]
    {
        get => _values.GetValueOrDefault(key)!;
        set => _values[key] = value;
    }

    public string? GetString(string key) => (string?)this[key];
    public bool? GetBoolean(string key) => (bool?)this[key];
    public int? GetInt32(string key) => (int?)this[key];
    public long? GetInt64(string key) => (long?)this[key];
    public DateTimeOffset? GetDateTimeOffset(string key) => (DateTimeOffset?)this[key];

    public void Add(string key, object value) => _values.Add(key, value);
    public bool ContainsKey(string key) => _values.ContainsKey(key);
    public bool Remove(string key) => _values.Remove(key);
    public bool TryGetValue(string key, out object value) => _values.TryGetValue(key, out value!);
    public void Clear() => _values.Clear();

    void ICollection<KeyValuePair<string, object>>.Add(KeyValuePair<string, object> item) => Add(item.Key, item.Value);
    bool ICollection<KeyValuePair<string, object>>.Contains(KeyValuePair<string, object> item) => _values.Contains(item);
    void ICollection<KeyValuePair<string, object>>.CopyTo(KeyValuePair<string, object>[] array, int arrayIndex) =>
        ((ICollection<KeyValuePair<string, object>>)_values).CopyTo(array, arrayIndex);
    bool ICollection<KeyValuePair<string, object>>.Remove(KeyValuePair<string, object> item) => _values.Contains(item) && Remove(item.Key);
    IEnumerator<KeyValuePair<string, object>> IEnumerable<KeyValuePair<string, object>>.GetEnumerator() => _values.GetEnumerator();
    IEnumerator IEnumerable.GetEnumerator() => _values.GetEnumerator();
}
