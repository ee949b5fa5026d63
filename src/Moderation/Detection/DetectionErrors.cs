using Moderation.Pipeline;

namespace Moderation.Detection;

/// <summary>A signal came to the case of its subject.</summary>
internal sealed record SignalGathered(SubjectRef Subject, string? Guideline) : IEvent;

/// <summary>Every way this room refuses.</summary>
public static class DetectionErrors
{
    public static Error UnknownBank { get; } = new(Refusal.Unknown, "bank.unknown", "There is no such bank.");

    public static Error BankNotYours { get; } = new(
        Refusal.NotAllowed, "bank.notYours", "Child-safety specialists keep the banks of restricted guidelines; policy managers and leads keep the others.");

    public static Error BankPurpose { get; } = new(
        Refusal.Conflict, "bank.purpose", "A bank to match cannot become one to clear, nor the other way round. Open another one.");

    public static Error UnknownEntry { get; } = new(Refusal.Unknown, "bank.unknownEntry", "This bank has no such entry, or it was removed.");

    public static Error NothingToAdd { get; } = new(
        Refusal.Unprocessable, "bank.nothingToAdd", "There is no picture with a hash here, and no text that says enough.");

    public static Error NotDecidedSo { get; } = new(
        Refusal.Unprocessable, "bank.notDecidedSo",
        "A bank to match takes what was found to break its guideline, a bank to clear what was found not to, by a decision that counts.");

    public static Error PictureTooLarge { get; } = new(
        Refusal.TooLarge, "picture.tooLarge", $"A picture may have {HashOfPicture.MaxLength / 1024 / 1024} MB at most.");

    public static Error UnreadablePicture(string words) => new(Refusal.Unprocessable, "picture.unreadable", words);

    public static Error PlainHash(string hash) => new(
        Refusal.Unprocessable, "bank.plainHash", $"The hash {hash} is that of a plain surface and would match pictures that have nothing in common.");

    public static Error ShortText(int place) => new(
        Refusal.Unprocessable, "bank.shortText", $"Text {place + 1} has fewer than {BankEntry.ShortestText} letters, or is too long to be compared whole.");

    public static Error SweepMoved { get; } = new(
        Refusal.Conflict, "sweep.moved", "Somebody else went on with this sweep meanwhile, or it is over.");
}
