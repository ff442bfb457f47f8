using System.Collections.Frozen;
using System.Globalization;

namespace AesthetixWorkflows.Runtime.Drafting.Words;

/// <summary>Brings words to their plain form: <c>haven't</c> is <c>have not</c>, <c>two weeks</c> is <c>2 week</c>.</summary>
static class Plain
{
    static readonly FrozenDictionary<string, string> Spoken = new Dictionary<string, string>
    {
        ["haven't"] = "have not", ["hasn't"] = "has not", ["hadn't"] = "has not", ["don't"] = "do not", ["doesn't"] = "does not", ["didn't"] = "did not",
        ["isn't"] = "is not", ["aren't"] = "are not", ["wasn't"] = "is not", ["won't"] = "will not", ["can't"] = "can not", ["they've"] = "they have",
        ["they're"] = "they are", ["we'd"] = "we would", ["i'd"] = "i would", ["it's"] = "it is", ["there's"] = "there is", ["someone's"] = "someone is", ["somebody's"] = "someone is",
        ["he's"] = "they are", ["she's"] = "they are", ["let's"] = "", ["havent"] = "have not", ["dont"] = "do not", ["didnt"] = "did not", ["doesnt"] = "does not", ["hasnt"] = "has not",
        ["e-mail"] = "email", ["e-mails"] = "emails", ["mail"] = "email", ["no-show"] = "noshow", ["no-shows"] = "noshow", ["noshows"] = "noshow", ["no-showed"] = "noshow",
        ["follow-up"] = "follow up", ["followup"] = "follow up", ["sign-up"] = "sign up", ["receptionist"] = "front desk", ["reception"] = "front desk", ["frontdesk"] = "front desk", ["front-desk"] = "front desk",
        ["enquiry"] = "inquiry", ["enquires"] = "inquires", ["enquiries"] = "inquiry", ["canceled"] = "cancelled", ["cancels"] = "cancelled", ["cancel"] = "cancelled", ["cancellation"] = "cancelled", ["appt"] = "appointment", ["appts"] = "appointment",
        ["appointments"] = "appointment", ["visits"] = "visit", ["clients"] = "patient", ["client"] = "patient", ["customers"] = "patient", ["customer"] = "patient", ["patients"] = "patient", ["guest"] = "patient", ["guests"] = "patient",
        ["leads"] = "lead", ["contacts"] = "contact", ["somebody"] = "someone", ["anyone"] = "someone", ["anybody"] = "someone", ["tomorrow"] = "next day", ["fortnight"] = "2 week", ["weekday"] = "weekdays", ["weekend"] = "weekends",
        ["b4"] = "before", ["ppl"] = "people", ["pt"] = "patient", ["pts"] = "patient", ["pt's"] = "patient", ["ur"] = "your", ["u"] = "you", ["thier"] = "their", ["msg"] = "message", ["msgs"] = "message", ["tmrw"] = "next day",
        ["thx"] = "thanks", ["wen"] = "when", ["boks"] = "books", ["boked"] = "booked", ["snd"] = "send", ["unpaid"] = "not paid", ["unsigned"] = "not signed", ["unanswered"] = "not answered", ["patient's"] = "their", ["patients'"] = "their", ["client's"] = "their", ["members'"] = "their", ["nobody's"] = "nobody is", ["havn't"] = "have not", ["havnt"] = "have not", ["wont"] = "will not", ["cant"] = "can not", ["isnt"] = "is not", ["arent"] = "are not", ["wasnt"] = "is not", ["wouldn't"] = "would not",
        ["shouldn't"] = "should not", ["theyre"] = "they are", ["theyve"] = "they have", ["recieve"] = "receive", ["recieves"] = "receives", ["apt"] = "appointment", ["appt's"] = "appointment", ["no-one"] = "nobody", ["noone"] = "nobody",
        ["texting"] = "text", ["reminds"] = "remind", ["notifies"] = "notify", ["emailing"] = "email", ["sending"] = "send", ["sms"] = "text", ["txt"] = "text", ["texts"] = "texts", ["pls"] = "please", ["straightaway"] = "straight away", ["asap"] = "right away", ["&"] = "and", ["+"] = "and", ["w/"] = "with", ["til"] = "until", ["till"] = "until",
    }.ToFrozenDictionary();

    public static readonly FrozenDictionary<string, string> Units = new Dictionary<string, string>
    {
        ["minute"] = "minute", ["minutes"] = "minute", ["min"] = "minute", ["mins"] = "minute", ["hour"] = "hour", ["hours"] = "hour", ["hr"] = "hour", ["hrs"] = "hour", ["h"] = "hour",
        ["day"] = "day", ["days"] = "day", ["week"] = "week", ["weeks"] = "week", ["wk"] = "week", ["wks"] = "week", ["month"] = "month", ["months"] = "month", ["year"] = "year", ["years"] = "year",
        ["day's"] = "day", ["days'"] = "day", ["hours'"] = "hour", ["weeks'"] = "week",
    }.ToFrozenDictionary();

    static readonly string[] Small =
        ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"];
    static readonly string[] Tens = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];

    public static List<Word> Of(List<Word> typed)
    {
        var words = typed.SelectMany(Spell).ToList();
        Phrases.Join(words);
        Numbers(words);
        return words;
    }

    static IEnumerable<Word> Spell(Word word)
    {
        if (word.Literal is not null || word.IsMark) return [word];
        var known = Spoken.ContainsKey(word.Text) || Units.ContainsKey(word.Text) ? word.Text : Typos.Mended(word.Text);
        var text = Spoken.GetValueOrDefault(known, known);
        if (Units.TryGetValue(text, out var unit)) text = unit;
        if (NumberOf(text) is { } number) text = number.ToString(CultureInfo.InvariantCulture);
        else if (text.Contains('-', StringComparison.Ordinal) && HyphenIsSpace(text)) text = text.Replace('-', ' ');
        return text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(part => word with { Text = Units.GetValueOrDefault(part, NumberOf(part)?.ToString(CultureInfo.InvariantCulture) ?? part) });
    }

    /// <summary>"two-day" and "10-minute" are two words; "touch-up" and a tag such as "deposit-required" are one.</summary>
    static bool HyphenIsSpace(string text) =>
        text.Split('-') is [var first, var second] && (NumberOf(first) is not null || Units.ContainsKey(second));

    static bool IsUnitWord(string word) => word is "minute" or "hour" or "day" or "week" or "month" or "year";

    static int? NumberOf(string text)
    {
        if (Array.IndexOf(Small, text) is var small and > 0) return small;
        if (Array.IndexOf(Tens, text) is var tens and >= 0) return 20 + 10 * tens;
        if (text.Split('-') is [var ten, var one] && Array.IndexOf(Tens, ten) is var t and >= 0 && Array.IndexOf(Small, one) is var o and > 0) return 20 + 10 * t + o;
        return null;
    }

    /// <summary>"forty eight hours", "a couple of days", "half an hour", "an hour": all of them a number and a unit.</summary>
    static void Numbers(List<Word> words)
    {
        for (var i = 0; i < words.Count; i++)
        {
            string At(int ahead) => i + ahead < words.Count ? words[i + ahead].Text : "";
            bool IsUnit(int ahead) => IsUnitWord(At(ahead));
            if (At(0) == "half" && At(1) is "a" or "an" && At(2) == "hour") Become(3, "30", "minute");
            else if (At(0) is "half" or "quarter" && At(1) is "past" or "after" or "to" && HourAt(2) is { } said) Clock(3, said, At(0) == "half" ? 30 : At(1) == "to" ? -15 : 15);
            else if (At(0) == "half" && HourAt(1) is { } half && !IsUnit(2)) Clock(2, half, 30);
            else if (HourAt(0) is { } full && At(1) is "o'clock" or "oclock") Clock(2, full, 0);
            else if (At(0) == "there" && At(1) is "appointment" or "visit" or "booking" or "consultation" or "treatment") words[i] = words[i] with { Text = "their" };
            else if (At(0) is "a" or "an" && At(1) is "couple" or "few")
                Become(At(2) == "of" && IsUnit(3) ? 4 : IsUnit(2) ? 3 : 0, At(1) == "few" ? "3" : "2", At(2) == "of" ? At(3) : At(2));
            else if (At(0) == "another" && (IsUnit(1) || IsUnit(2))) Become(IsUnit(1) ? 2 : 3, IsUnit(1) ? "1" : At(1), IsUnit(1) ? At(1) : At(2));
            else if (int.TryParse(At(0), out _) && At(1) is "more" or "further" or "full" or "whole" && IsUnit(2)) Become(3, At(0), At(2));
            else if (At(0) is "a" or "an" && IsUnit(1) || At(0) is "a" or "an" && At(1) is "full" or "whole" && IsUnit(2)) Become(IsUnit(1) ? 2 : 3, "1", IsUnit(1) ? At(1) : At(2));
            else if (int.TryParse(At(0), out var ten) && ten is >= 20 and < 100 && ten % 10 == 0 && int.TryParse(At(1), out var one) && one is > 0 and < 10 && IsUnit(2))
                Become(3, (ten + one).ToString(CultureInfo.InvariantCulture), At(2));

            int? HourAt(int ahead) => int.TryParse(At(ahead), out var hour) && hour is > 0 and <= 12 ? hour : null;

            // "Half 3" is in the afternoon: nobody is texted at night.
            void Clock(int count, int hour, int minutes)
            {
                var early = At(count) is "am" || At(count) == "in" && At(count + 2) == "morning";
                var at = (hour + (hour < 7 && !early ? 12 : 0)) * 60 + minutes;
                var (start, end) = (words[i].Start, words[i + count - 1].End);
                words.RemoveRange(i, count);
                words.Insert(i, new(string.Create(CultureInfo.InvariantCulture, $"{at / 60}:{at % 60:00}"), start, end));
            }

            void Become(int count, string number, string unit)
            {
                if (count == 0) return;
                var (start, end) = (words[i].Start, words[i + count - 1].End);
                words.RemoveRange(i, count);
                words.InsertRange(i, [new(number, start, end), new(unit, start, end)]);
            }
        }
    }
}
