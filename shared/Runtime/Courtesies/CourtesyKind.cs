namespace AesthetixWorkflows.Runtime.Courtesies;

/// <summary>What a courtesy text answers. Stored words.</summary>
public static class CourtesyKind
{
    public const string Stop = "stop", Start = "start", Help = "help";
}
