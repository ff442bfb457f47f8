namespace AesthetixWorkflows.Local.Storage;

/// <summary>Something to be written as part of a group. It may be done again when its group had to be undone.</summary>
abstract class Work
{
    public abstract void Do(Families families, DateTimeOffset now);

    /// <summary>It is on disk: tell whoever waits.</summary>
    public abstract void Done();

    public abstract void Failed(Exception e);
}
