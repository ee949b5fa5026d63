using static Moderation.Guidelines.RulebookMistakes;

namespace Moderation.Guidelines;

/// <summary>What can be wrong in the ladder of misinformation alone.</summary>
internal static class RepeatMisinformationMistakes
{
    public static Mistake MisinformationWindow(Place place) => Wrong("misinformationWindow", place,
        "a rating has no severity, so 'strikeExpiryDays' gives one number of days, the same four times.");

    public static Mistake MisinformationCourse(Place place) => Wrong("misinformationCourse", place,
        "only its checker lifts a rating, so there is no course, and no warning that stays until one.");

    public static Mistake MisinformationWithoutWarning(Place place) => Wrong("misinformationWithoutWarning", place,
        "one rated post repeats nothing, so the step at 1 strike may only warn.");

    public static Mistake MisinformationOutcome(Place place, string kind) => Wrong("misinformationOutcome", place,
        $"the outcome '{kind}' cannot fall on an account.");

    public static Mistake MisinformationWithoutEnd(Place place, string kind) => Wrong("misinformationWithoutEnd", place,
        $"what repeated ratings bring ends by itself, so the outcome '{kind}' needs 'days'.");

    public static Mistake MisinformationNothingLeft(Place place) => Wrong("misinformationNothingLeft", place,
        "a demotion of an account leaves a weight over 0.");
}
