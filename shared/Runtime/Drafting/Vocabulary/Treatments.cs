namespace AesthetixWorkflows.Runtime.Drafting.Vocabulary;

/// <summary>What an aesthetic practice does, as people name it: one list for every reader.</summary>
static class Treatments
{
    /// <summary>What can have been done to somebody.</summary>
    public const string Done =
        "(?:botox|dysport|xeomin|jeuveau|daxxify|toxin|neurotoxin|injectables?|(?:lip |cheek |dermal |under eye )?fillers?|juvederm|restylane|sculptra|radiesse|kybella|pdo threads?|laser(?: hair removal| genesis)?|ipl|bbl|"
        + "(?:chemical |vi )?peels?|rf microneedling|microneedling|morpheus8?|hydrafacials?|facials?|prp|prf|coolsculpting|emsculpt|cryolipolysis|microblading|dermaplaning|microdermabrasion|tattoo removal|body contouring|skin tightening|iv drips?|iv therapy|treated)";

    /// <summary>Whatever a visit can be for.</summary>
    public const string Pattern = "(?:" + Done + "|consultations?|consults?)";

    /// <summary>"Fillers" is "filler": a visit's treatment is named in the singular.</summary>
    public static string One(string name) => name.Length > 4 && name[^1] is 's' && name[^2] is ('r' or 'l' or 'e' or 'd' or 'p') ? name[..^1] : name;
}
