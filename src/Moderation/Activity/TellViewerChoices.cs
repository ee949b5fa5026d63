using FluentValidation;
using MediatR;
using Moderation.Pipeline;

namespace Moderation.Activity;

/// <summary>A viewer chose something for themselves.</summary>
/// <param name="Target">Whom or what it is about; none for settings.</param>
/// <param name="TargetKind">Null for an account, or, where it is about interest, an item.</param>
/// <param name="Setting">For sensitivity and politics: what it is set to.</param>
/// <param name="Undone">Whether it was taken back at that instant.</param>
public sealed record ChoiceTold(
    AccountId Viewer, ViewerChoiceKind Choice, DateTimeOffset At, string? Target = null, SubjectKind? TargetKind = null,
    ViewerSetting? Setting = null, bool Undone = false)
{
    internal SubjectRef? Subject => Target is null ? null : new(
        TargetKind ?? (Choice is ViewerChoiceKind.NotInterested ? SubjectKind.Content : SubjectKind.Account), Target);

    private bool IsSetting => Choice is ViewerChoiceKind.Sensitivity or ViewerChoiceKind.Politics;

    private bool SettingFits => Choice switch
    {
        ViewerChoiceKind.Sensitivity => Setting is ViewerSetting.More or ViewerSetting.Standard or ViewerSetting.Less,
        ViewerChoiceKind.Politics => Setting is ViewerSetting.Limit or ViewerSetting.Show,
        _ => Setting is null,
    };

    internal sealed class Validator : AbstractValidator<ChoiceTold>
    {
        public Validator()
        {
            RuleFor(x => x.Viewer).Must(x => TextId.IsValid(x.Value)).WithMessage("'Viewer' is not a valid id.");
            RuleFor(x => x.Choice).IsInEnum();
            RuleFor(x => x.TargetKind).IsInEnum();
            RuleFor(x => x.Target).Must((told, x) => told.IsSetting ? x is null : TextId.IsValid(x))
                .WithMessage("'Target' must be a valid id, and none for a setting.");
            RuleFor(x => x.Setting).Must((told, _) => told.SettingFits || told.IsSetting && told is { Undone: true, Setting: null })
                .WithMessage("'Setting' must be more, standard or less for sensitivity, limit or show for politics, and none else.");
        }
    }
}

/// <summary>The host platform tells what viewers chose. The latest instant holds, in whatever order it comes.</summary>
/// <param name="Choices">1 to 1,000.</param>
[AllowedTo(Role.Product, Scopes = [Scope.Platform])]
public sealed record TellViewerChoices(IReadOnlyList<ChoiceTold> Choices) : ICommand<ActivityTaken>
{
    internal sealed class Validator : AbstractValidator<TellViewerChoices>
    {
        public Validator()
        {
            RuleFor(x => x.Choices.Count).InclusiveBetween(1, ActivityIntake.MostAtOnce).OverridePropertyName("choices");
            RuleForEach(x => x.Choices).NotNull().SetValidator(new ChoiceTold.Validator());
        }
    }

    internal sealed class Handler(ActivityIntake activity) : IRequestHandler<TellViewerChoices, Result<ActivityTaken>>
    {
        public async Task<Result<ActivityTaken>> Handle(TellViewerChoices command, CancellationToken ct) =>
            activity.Objection(command.Choices.Select(x => x.At)) is { } objection
                ? objection
                : ActivityIntake.Count(await activity.Take(command.Choices, ct));
    }
}
