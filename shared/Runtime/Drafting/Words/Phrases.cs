namespace AesthetixWorkflows.Runtime.Drafting.Words;

/// <summary>Words that only mean something together: "no show" is <c>noshow</c>, "someone's visit" is <c>their visit</c>.</summary>
static class Phrases
{
    /// <summary>What stands first joins with what may follow it; the whole is one word then.</summary>
    static readonly (string[] Said, string Plain)[] joined =
    [
        (["no", "show"], "noshow"), (["no", "shows"], "noshow"), (["no", "showed"], "noshow"), (["voice", "mail"], "voicemail"),
        (["do", "nothing"], "nothing"), (["nothing", "happens"], "nothing"),
    ];

    /// <summary>After "someone's" these are what the person has; anything else is what the person is.</summary>
    static readonly HashSet<string> owned =
    [
        "first", "last", "next", "latest", "birthday", "appointment", "visit", "treatment", "consultation", "consult", "booking", "session", "membership", "subscription", "package", "invoice", "card", "payment", "botox", "dysport",
        "filler", "fillers", "laser", "peel", "peels", "microneedling", "hydrafacial", "facial", "deal", "opportunity", "consent", "phone", "email", "number",
    ];

    public static void Join(List<Word> words)
    {
        for (var i = 0; i < words.Count; i++)
        {
            foreach (var (said, plain) in joined)
                if (Says(words, i, said))
                {
                    words[i] = words[i] with { Text = plain, End = words[i + said.Length - 1].End };
                    words.RemoveRange(i + 1, said.Length - 1);
                }
            if (i + 2 < words.Count && words[i].Text == "every" && words[i + 1].Text == "other" && Plain.Units.ContainsKey(words[i + 2].Text)) words[i + 1] = words[i + 1] with { Text = "2" };
            if (i + 2 < words.Count && words[i].Text == "within" && words[i + 1].Text == "the" && Plain.Units.ContainsKey(words[i + 2].Text)) words[i + 1] = words[i + 1] with { Text = "1" };
            // "A text an email": the finger lost a letter.
            if (i + 2 < words.Count && words[i].Text is ("text" or "email") && words[i + 1].Text is ("an" or "a") && words[i + 2].Text is ("text" or "email")) words[i + 1] = words[i + 1] with { Text = "and" };
            if (i + 2 < words.Count && words[i].Text == "someone" && words[i + 1].Text == "is" && words[i].Start == words[i + 1].Start && owned.Contains(words[i + 2].Text))
            {
                words[i] = words[i] with { Text = "their" };
                words.RemoveAt(i + 1);
            }
            if (i + 1 < words.Count && words[i + 1].Text == "k" && words[i].End == words[i + 1].Start && int.TryParse(words[i].Text, out var thousands) && thousands < 10_000)
            {
                words[i] = words[i] with { Text = $"{thousands}000", End = words[i + 1].End };
                words.RemoveAt(i + 1);
            }
        }
    }

    static bool Says(List<Word> words, int at, string[] said)
    {
        for (var i = 0; i < said.Length; i++)
            if (at + i >= words.Count || words[at + i].Text != said[i]) return false;
        return true;
    }
}
