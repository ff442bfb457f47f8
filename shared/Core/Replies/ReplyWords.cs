using System.Collections.Frozen;

namespace AesthetixWorkflows.Core.Replies;

/// <summary>The words that replies are read by, as <see cref="ReplyText"/> folds them.</summary>
static class ReplyWords
{
    public const int LongestPhrase = 4;

    /// <summary>Said wherever it stands.</summary>
    public static readonly FrozenSet<string> Sure = Set("👍 ✅ 👌 ✔ ☑",
        "ill be there", "i will be there", "well be there", "see you then", "see you there", "see you tomorrow", "see you soon", "see you", "see ya", "count me in", "works for me", "that works", "works great",
        "sounds good", "sounds great", "sounds perfect", "looking forward", "i can make", "can make it", "cant wait", "thumbs up", "i confirm", "we confirm", "i accept", "ahi estare", "ahí estaré");

    /// <summary>Said at the beginning, or with little else: "ok", but not "is it ok to bring my dog".</summary>
    public static readonly FrozenSet<string> Yes = Set(
        "yes y ye yep yeah yea yup ya yas yess sure ok okay okey okie oki k kk c fine good great perfect absolutely definitely certainly confirm confirmed confirming confirmation confirmar confirmo confirmado agree agreed accept accepted correct right affirmative interested si sí oui ja claro vale",
        "all good", "all set", "of course", "no problem", "no worries", "not a problem", "will do", "sure thing", "yes please");

    public static readonly FrozenSet<string> Move = Set("r reschedule rescheduled rescheduling reschedual resched rebook postpone reprogramar cambiar",
        "re schedule", "another time", "another day", "another date", "another appointment", "different time", "different day", "different date", "other time", "other day", "new time", "new date", "new appointment", "move it", "move my",
        "change my appointment", "change the appointment", "change the time", "change the date", "change it", "push it", "later date", "later time", "earlier time", "earlier date");

    public static readonly FrozenSet<string> No = Set(
        "no n nope nah never cannot cant wont cancel cancelled canceled cancelling canceling decline declined refuse unable 👎 ❌",
        "not interested", "no thanks", "no thank you", "no thx", "can not", "will not", "not able", "not coming", "wont make", "cant make", "too expensive", "changed my mind", "leave me alone", "dont want", "do not want");

    public static readonly FrozenSet<string> Doubt = Set("maybe perhaps unsure possibly depends", "not sure", "dont know", "do not know", "let me check", "might be", "i think");

    /// <summary>Words before the answer that say nothing of it.</summary>
    public static readonly FrozenSet<string> Filler = Set("hi hello hey oh um well so i im am we were thanks thank you thx please pls that thats this is it its all good morning afternoon evening dear and");

    public static readonly FrozenSet<string> Negations = Set("not isnt doesnt dont wasnt arent");

    /// <summary>Long enough that a slip of the finger still says which.</summary>
    public static readonly string[] ConfirmStems = ["confirm", "confirmed", "confirmo"], MoveStems = ["reschedule", "rescheduled", "postpone"];

    public static readonly FrozenDictionary<string, int> Numbers =
        "zero one two three four five six seven eight nine ten".Split(' ').Select((word, value) => (word, value)).ToFrozenDictionary(pair => pair.word, pair => pair.value);

    static FrozenSet<string> Set(string single, params string[] phrases) => single.Split(' ').Concat(phrases).ToFrozenSet(StringComparer.Ordinal);
}
