using System.Collections.Immutable;

namespace AesthetixWorkflows.Core.Definitions;

/// <summary>Codes of <see cref="DefinitionReader"/>: WF101 to WF199.</summary>
public static class ReadingCodes
{
    public static readonly FindingCode NotAnObject = Error("WF101", "Not a workflow",
        "The text is JSON, but not a workflow definition.", "Send one JSON object with triggers, start and steps.");
    public static readonly FindingCode UnknownSchema = Error("WF102", "Unknown schema version",
        "The definition was written for a version of the product that this one does not know.", "Set schemaVersion to 1, or update the product.");
    public static readonly FindingCode WrongShape = Error("WF103", "Wrong kind of value",
        "A value is of another kind than expected, for example a number where a text belongs.", "Change the value to the kind that the message names.");
    public static readonly FindingCode Missing = Error("WF104", "Something is missing",
        "A setting that this step or trigger cannot do without is not there.", "Fill in the setting that the message names.");
    public static readonly FindingCode UnknownProperty = Warning("WF105", "Unknown setting",
        "A setting has a name that means nothing here; it is ignored. Often a typing error.", "Correct its name, or remove it.");
    public static readonly FindingCode UnknownWord = Error("WF106", "Unknown choice",
        "A setting allows only certain words, and this is none of them.", "Use one of the words that the message lists.");
    public static readonly FindingCode OutOfRange = Error("WF107", "Number out of range",
        "A number is smaller or larger than allowed.", "Choose a number within the range that the message names.");
    public static readonly FindingCode TooLong = Error("WF108", "Too long",
        "A name or other short text is longer than allowed.", "Shorten it.");
    public static readonly FindingCode BadDuration = Error("WF109", "Unreadable length of time",
        "A length of time cannot be read.", "Write it as ISO 8601: PT15M is 15 minutes, PT2H two hours, P1D one day.");
    public static readonly FindingCode BadTime = Error("WF110", "Unreadable time of day",
        "A time of day cannot be read.", "Write it as hours and minutes: 09:30.");
    public static readonly FindingCode BadDate = Error("WF111", "Unreadable date",
        "A date, or a date with time, cannot be read, or ends before it begins.", "Write a date as 2026-12-24, and a moment as 2026-12-24T09:00:00+01:00.");
    public static readonly FindingCode BadZone = Error("WF112", "Unknown time zone",
        "The time zone is not in the IANA list.", "Use contact, practice, or a zone such as America/New_York.");
    public static readonly FindingCode BadCondition = Error("WF113", "Unreadable condition",
        "A filter or condition cannot be read.", "Give it rows of field, op and value, grouped by all or any.");
    public static readonly FindingCode BadWindow = Error("WF114", "Unreadable hours",
        "The hours in which something may happen cannot be read.", "Give days with from and to, or hours for each weekday.");
    public static readonly FindingCode TooManyPauseDates = Error("WF115", "Too many pause dates",
        "A workflow may have at most 15 pause dates.", "Remove some, or join those that touch.");
    public static readonly FindingCode PauseTooLong = Error("WF116", "Pause too long",
        "One pause may last at most 15 days.", "Shorten it, or pause the workflow itself.");
    public static readonly FindingCode PauseOverlap = Error("WF117", "Pause dates overlap",
        "Two pause dates share a day.", "Join them or move one.");
    public static readonly FindingCode BadId = Error("WF118", "Unusable id",
        "Ids of steps, triggers and branches become part of stored keys.", "Use 1 to 64 letters, digits, hyphens or underscores.");
    public static readonly FindingCode DuplicateId = Error("WF119", "Id used twice",
        "Two steps or two triggers have the same id, so one of them cannot be told from the other.", "Give one of them another id.");
    public static readonly FindingCode TooMany = Error("WF120", "Too large",
        "A workflow may have at most 500 steps and 50 triggers, and a step at most 50 branches.", "Split the workflow in two, joined by Add to Workflow.");
    public static readonly FindingCode FieldOrAt = Error("WF121", "Wait until what?",
        "The step must wait either for a date field or for a fixed date, not both and not neither.", "Choose one: field or at.");
    public static readonly FindingCode Unreadable = Error("WF122", "Unreadable text",
        "The JSON holds broken characters, or is nested too deeply.", "Type the text anew; nest conditions less deeply.");

    public static readonly ImmutableArray<FindingCode> All =
    [
        NotAnObject, UnknownSchema, WrongShape, Missing, UnknownProperty, UnknownWord, OutOfRange, TooLong, BadDuration, BadTime, BadDate,
        BadZone, BadCondition, BadWindow, TooManyPauseDates, PauseTooLong, PauseOverlap, BadId, DuplicateId, TooMany, FieldOrAt, Unreadable,
    ];

    static FindingCode Error(string code, string title, string meaning, string fix) => new(code, Severity.Error, title, meaning, fix);
    static FindingCode Warning(string code, string title, string meaning, string fix) => new(code, Severity.Warning, title, meaning, fix);
}
