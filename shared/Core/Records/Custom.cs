using System.Collections.Immutable;

namespace AesthetixWorkflows.Core.Records;

/// <summary>A value of the whole practice that texts may use as <c>{{custom.&lt;key&gt;}}</c>.</summary>
public sealed record CustomValue(string Key, string Name, string Value);

/// <summary>A field of contacts that the practice has added; its values stand in <see cref="Contact.Fields"/> under the key.</summary>
/// <param name="Type"><c>text number date choice flag</c>.</param>
/// <param name="Options">The choices of a choice.</param>
public sealed record CustomField(string Key, string Label, string Type, ImmutableArray<string>? Options = null);
