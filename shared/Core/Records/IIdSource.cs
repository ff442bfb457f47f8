namespace AesthetixWorkflows.Core.Records;

/// <summary>Where new ids come from; ids made one after the other sort in that order.</summary>
public interface IIdSource
{
    string New(string prefix);
}
