using System.Collections.Immutable;

namespace AesthetixWorkflows.Core.Definitions;

/// <summary>Codes of the linter: WF201 to WF299.</summary>
public static class LintCodes
{
    public static readonly FindingCode UnknownTrigger = Error("WF201", "Unknown trigger",
        "No trigger has this type.", "Choose a trigger from the list.");
    public static readonly FindingCode UnknownStep = Error("WF202", "Unknown step",
        "No action, wait or control step has this type.", "Choose a step from the list.");
    public static readonly FindingCode NoStart = Error("WF203", "No first step",
        "The workflow does not say which step comes first.", "Connect the triggers to a step.");
    public static readonly FindingCode NoTrigger = Warning("WF204", "No trigger",
        "Nothing lets contacts in. They enter only when someone adds them, or another workflow does.", "Add a trigger, unless that is what you want.");
    public static readonly FindingCode LeadsNowhere = Error("WF205", "Leads nowhere",
        "A step goes on to a step that does not exist.", "Connect it to another step, or let the path end there.");
    public static readonly FindingCode Unreachable = Warning("WF206", "Never reached",
        "No path leads to this step.", "Connect a path to it, or delete it.");
    public static readonly FindingCode LoopWithoutWait = Error("WF207", "Circle without a wait",
        "These steps lead back to themselves without any wait, so a contact would run in circles.", "Put a wait into the circle, or break it.");
    public static readonly FindingCode NothingFollows = Error("WF208", "Cannot be followed",
        "Go To, End, If/Else and Split have no next step of their own, so what follows would never run.", "Disconnect what follows.");
    public static readonly FindingCode SplitNot100 = Error("WF209", "Shares do not add up",
        "The shares of a split must add up to 100 percent.", "Change the shares so that they total 100.");
    public static readonly FindingCode IfWithoutBranches = Error("WF210", "If/Else without branches",
        "Without a branch everybody takes the None path.", "Add a branch, or delete the step.");
    public static readonly FindingCode RepeatedBranch = Error("WF211", "Branch id used twice",
        "Two branches of a step have the same id.", "Give one of them another id.");
    public static readonly FindingCode ClosedWindow = Error("WF212", "Never open",
        "The hours leave no time at all, so contacts would wait for ever.", "Open at least one weekday.");
    public static readonly FindingCode NoTimeout = Warning("WF213", "May wait for ever",
        "If what is waited for never comes, the contact stays here for ever.", "Add a timeout.");
    public static readonly FindingCode GoalWithoutEvents = Error("WF214", "Goal without events",
        "Nothing can ever meet this goal.", "Choose at least one event.");
    public static readonly FindingCode NotAnEmail = Error("WF215", "Waits for another kind of step",
        "The step waits for an email event, but the step it names sends no email.", "Choose a Send Email step.");
    public static readonly FindingCode NoAppointment = Warning("WF216", "No appointment to wait for",
        "The step waits for the time of an appointment, but no trigger brings one.", "Add an appointment trigger.");
    public static readonly FindingCode NoTarget = Error("WF217", "Where to?",
        "The step is told to go to another step, but not which.", "Choose the step to go to.");
    public static readonly FindingCode SendsInARow = Warning("WF218", "Two messages at once",
        "Two messages go out on the same channel with nothing to wait for between them.", "Put a wait between them, or make one of the two.");
    public static readonly FindingCode SameTrigger = Warning("WF219", "Trigger twice",
        "Two triggers let in the same contacts for the same reason.", "Delete one of them.");
    public static readonly FindingCode MissingConfig = Error("WF220", "Not filled in",
        "A field of the step that must be filled in is empty.", "Fill it in.");
    public static readonly FindingCode WrongKind = Error("WF221", "Not the right kind",
        "A field holds something that does not fit it.", "Enter what the message asks for.");
    public static readonly FindingCode ConfigTooLong = Error("WF222", "Text too long",
        "A text is longer than the field allows.", "Shorten it.");
    public static readonly FindingCode ConfigOutOfRange = Error("WF223", "Number out of range",
        "A number is smaller or larger than the field allows.", "Choose a number within the range.");
    public static readonly FindingCode UnknownOption = Error("WF224", "Not one of the choices",
        "The field allows only certain values, and this is none of them.", "Choose one from the list.");
    public static readonly FindingCode UnknownConfig = Warning("WF225", "Unknown field",
        "The step has no field of this name; it is ignored.", "Correct the name, or remove it.");
    public static readonly FindingCode NoPurpose = Error("WF226", "Care or marketing?",
        "A message must say what it is for, because patients may agree to one and not to the other.", "Choose care or marketing.");
    public static readonly FindingCode BadSchedule = Error("WF227", "Schedule that cannot be kept",
        "A scheduler does not say when it comes, or never would.", "Say when, as the message asks.");
    public static readonly FindingCode NoisyTrigger = Hint("WF228", "Starts very often",
        "The event is frequent, and the trigger has no filter, so it starts for every one.", "Add a filter, unless every one is meant.");
    public static readonly FindingCode ShortTimeout = Hint("WF229", "Too short for a night",
        "Whoever is asked in the evening has not answered before the next message is due.", "Wait at least 14 hours, or ask only in the morning.");
    public static readonly FindingCode UnknownField = Error("WF230", "Unknown merge field",
        "A text or condition uses a field that does not exist.", "Correct the field's name.");
    public static readonly FindingCode FieldNotBrought = Warning("WF231", "Field may be empty",
        "The field comes with a trigger that this workflow does not have, so it would be empty.", "Add such a trigger, or use another field.");
    public static readonly FindingCode BadTemplate = Error("WF232", "Merge field not finished",
        "A text has {{ without }}, or nothing between them.", "Close the merge field, or choose it anew.");
    public static readonly FindingCode SensitiveField = Error("WF233", "Private information",
        "A text message or web call would carry something about health or money, and it can be read on the way.", "Leave it out, or send it by email; if it has to be, allow it in the workflow's settings (allowPrivate: sms or web).");
    public static readonly FindingCode PrivateMarketing = Error("WF234", "Private information in advertising",
        "An offer would mention something about health or money; that needs the patient's written authorization.", "Leave it out. With an authorization on file, allow it in the workflow's settings (allowPrivate: marketing).");
    public static readonly FindingCode ForeignTemplate = Warning("WF235", "Merge field of another product",
        "A text has something that looks like a merge field of another system; the patient would read it as it is.", "Choose the merge field anew, between {{ and }}.");
    public static readonly FindingCode AfterDelete = Warning("WF236", "After the contact is deleted",
        "The contact is deleted before this step, so it never runs.", "Move it before the step that deletes the contact.");
    public static readonly FindingCode NeverMatches = Warning("WF237", "Never true",
        "The conditions contradict each other, so nothing can meet them.", "Put alternatives under “any of these”.");
    public static readonly FindingCode GoalNeverMet = Warning("WF238", "Goal that nobody meets",
        "The event happens to no contact, so it never reaches anybody who waits for it.", "Choose an event that is about a contact.");
    public static readonly FindingCode NobodyThere = Warning("WF239", "Nobody to do it for",
        "The triggers let nobody in but start the workflow by themselves, and the step needs a contact.", "Find or create the contact first, or add a trigger that brings one.");
    public static readonly FindingCode ReplyCancel = Warning("WF240", "CANCEL unsubscribes",
        "Carriers treat a text with the single word CANCEL as \"never text me again\".", "Ask for another answer, for example C to confirm and R to reschedule.");
    public static readonly FindingCode LongSms = Warning("WF241", "Very long text message",
        "The text takes more than ten segments; carriers may refuse it and each is charged.", "Shorten it.");
    public static readonly FindingCode ReviewGate = Warning("WF242", "Not everybody is asked",
        "Only those who seem content are asked for a public review, which review platforms and the FTC forbid.", "Ask everybody, and offer a private way to complain beside it.");
    public static readonly FindingCode StopMeansStop = Warning("WF243", "STOP unsubscribes",
        "A text with the single word STOP, END or QUIT means \"never text me again\", whatever the message says it means.", "Ask for another answer, for example C to confirm and R to reschedule.");
    public static readonly FindingCode YesMeansStart = Hint("WF244", "YES also subscribes",
        "To carriers the single word YES may mean \"text me again\".", "Ask for C or 1 instead.");
    public static readonly FindingCode UnclosedBlock = Error("WF245", "Block without its end",
        "A text has {{#if}}, {{#unless}} or {{#each}} and does not say where it ends.", "Write {{/if}}, {{/unless}} or {{/each}} after it.");
    public static readonly FindingCode StrayBlock = Error("WF246", "Belongs into a block",
        "A text has {{else}}, the end of a block or a loop's own value where no such block is open.", "Open the block before it, or remove it.");
    public static readonly FindingCode UnknownBlock = Error("WF247", "Block that does not exist",
        "A text has a block of an unknown name, without a field, or deeper than five blocks.", "Use {{#if field}}, {{#unless field}} or {{#each list}}.");

    public static readonly FindingCode BranchForEverybody = Warning("WF248", "Branch without a condition",
        "Everybody who comes to the step takes this branch, and nobody one that stands below it.", "Say who takes the branch, or delete it.");

    public static readonly FindingCode ReferenceUnresolved = Error("WF250", "Not here",
        "An imported workflow names somebody or something that this practice does not have.", "Choose one of this practice's, or import again with a map.");
    public static readonly FindingCode SecretLeftOut = Warning("WF251", "Password left out",
        "Passwords and keys are never exported.", "Enter it anew.");

    public static readonly FindingCode DeletedReference = Error("WF260", "Not there any more",
        "The workflow names somebody or something that does not exist, or was deleted.", "Choose another one.");
    public static readonly FindingCode RestingWorkflow = Warning("WF261", "Adds to a resting workflow",
        "The other workflow is not published, so nobody enters it.", "Publish the other workflow, or choose another one.");
    public static readonly FindingCode WorkflowCircle = Warning("WF262", "Circle of workflows",
        "Workflows let contacts into each other in a circle; the loop guard ends it only after many rounds.", "Break the circle, or let one of them admit each contact once.");

    public static readonly ImmutableArray<FindingCode> All =
    [
        UnknownTrigger, UnknownStep, NoStart, NoTrigger, LeadsNowhere, Unreachable, LoopWithoutWait, NothingFollows, SplitNot100,
        IfWithoutBranches, RepeatedBranch, ClosedWindow, NoTimeout, GoalWithoutEvents, NotAnEmail, NoAppointment, NoTarget, SendsInARow, SameTrigger,
        MissingConfig, WrongKind, ConfigTooLong, ConfigOutOfRange, UnknownOption, UnknownConfig, NoPurpose, BadSchedule, NoisyTrigger, ShortTimeout,
        UnknownField, FieldNotBrought, BadTemplate, SensitiveField, PrivateMarketing, ForeignTemplate, AfterDelete, NeverMatches, GoalNeverMet, NobodyThere,
        ReplyCancel, LongSms, ReviewGate, StopMeansStop, YesMeansStart, UnclosedBlock, StrayBlock, UnknownBlock, BranchForEverybody, ReferenceUnresolved, SecretLeftOut,
        DeletedReference, RestingWorkflow, WorkflowCircle,
    ];

    static FindingCode Error(string code, string title, string meaning, string fix) => new(code, Severity.Error, title, meaning, fix);
    static FindingCode Warning(string code, string title, string meaning, string fix) => new(code, Severity.Warning, title, meaning, fix);
    static FindingCode Hint(string code, string title, string meaning, string fix) => new(code, Severity.Hint, title, meaning, fix);
}
