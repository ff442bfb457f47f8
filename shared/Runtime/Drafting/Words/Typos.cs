namespace AesthetixWorkflows.Runtime.Drafting.Words;

/// <summary>Mends one slip of the finger in a word that a front desk uses every day: <c>agian</c>, <c>appoinment</c>.</summary>
static class Typos
{
    const int Shortest = 5;

    static readonly string[] Everyday =
    [
        "again", "after", "before", "appointment", "consultation", "treatment", "booking", "booked", "cancelled", "reschedule", "confirmed", "reminder", "remind", "message", "patient", "birthday", "invoice",
        "overdue", "payment", "review", "follow", "notify", "create", "minutes", "hours", "weeks", "months", "tomorrow", "morning", "evening", "afternoon", "weekend", "submitted", "submits", "website",
        "membership", "somebody", "someone", "confirmation", "patients", "invoices", "appointments", "cancels", "reschedules", "reviews", "question", "tuesday", "wednesday", "thursday", "otherwise", "unless", "whenever", "please", "welcome", "immediately", "receive", "receives",
    ];

    static readonly HashSet<string> Known = [.. Everyday, "views", "invoiced", "patience", "hour", "paying", "meant", "moth", "mouths", "flow", "fellow", "hollow", "refer", "create", "crate", "bookings", "weekends", "patients", "message's"];

    public static string Mended(string word) =>
        word.Length < Shortest || Known.Contains(word) ? word : Everyday.FirstOrDefault(known => known[0] == word[0] && known[^1] == word[^1] && IsOneSlip(word, known)) ?? word;

    /// <summary>Two letters changed places, or one within the word is missing, too many or wrong.</summary>
    static bool IsOneSlip(string word, string known)
    {
        if (Math.Abs(word.Length - known.Length) > 1) return false;
        var i = 0;
        while (i < word.Length && i < known.Length && word[i] == known[i]) i++;
        string Rest(string text, int from) => from <= text.Length ? text[from..] : "";
        if (word.Length < known.Length) return Rest(word, i) == Rest(known, i + 1);
        if (word.Length > known.Length) return Rest(word, i + 1) == Rest(known, i);
        if (i + 1 < word.Length && word[i] == known[i + 1] && word[i + 1] == known[i] && Rest(word, i + 2) == Rest(known, i + 2)) return true;
        // A short word with another letter is another word.
        return word.Length > 7 && Rest(word, i + 1) == Rest(known, i + 1);
    }
}
