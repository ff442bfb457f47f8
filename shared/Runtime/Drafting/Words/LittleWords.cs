using System.Collections.Frozen;

namespace AesthetixWorkflows.Runtime.Drafting.Words;

/// <summary>Words that carry no wish of their own.</summary>
static class LittleWords
{
    static readonly FrozenSet<string> All = """
        a an the to of and or but so then also plus please just we i you us our my your they them their theirs he she him her his it its this that these those someone patient lead contact person people
        in on at by for with from as is are be been has have had do does did will would should can could want wants like need needs make sure make let me automatically immediately right away straight now instantly
        after before first finally last lastly next later again still already yet by who which what there here all each every new one ones into up out about when if once until while not
        too as soon possible workflow automation automate build create set have get gets hi hello thanks thank ok okay kindly via per through same time system crm hey instead rather actually wait delay pause always ever simply back only any some everyone
        """.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).ToFrozenSet();

    public static bool Has(string word) => All.Contains(word);
}
