using Moderation.Activity;
using Moderation.Pipeline;

namespace Moderation.Tests.Activity;

public sealed class TellViewerChoicesTests : InAWorld
{
    private ChoiceTold Mute => new(new("viewer"), ViewerChoiceKind.Mute, Now, "author");

    [Fact]
    public async Task Each_choice_about_each_target_is_one()
    {
        Assert.Equal(new(4, 1), await Tell(
            Mute, Mute with { Choice = ViewerChoiceKind.CloseFriend }, Mute with { Target = "other" }, Mute with { Choice = ViewerChoiceKind.NotInterested }, Mute));
        Assert.Equal(4, world.Read(db => db.ViewerChoices.Count()));
        Assert.Equal(1, world.Read(db => db.Set<SubjectKey>().Count(x => x.Kind == SubjectKind.Content && x.SubjectId == "author")));
    }

    [Fact]
    public async Task A_setting_is_what_it_was_set_to_last()
    {
        var setting = new ChoiceTold(new("viewer"), ViewerChoiceKind.Sensitivity, Now, Setting: ViewerSetting.Less);
        Assert.Equal(new(1, 0), await Tell(setting));
        Assert.Equal(new(0, 1), await Tell(setting with { At = Now.AddHours(-1), Setting = ViewerSetting.More }));
        Assert.Equal(ViewerSetting.Less, Assert.Single(world.Read(db => db.ViewerChoices.ToList())).Setting);
    }

    [Fact]
    public async Task Unmuting_that_comes_first_holds()
    {
        await Tell(Mute with { Undone = true });
        await Tell(Mute with { At = Now.AddHours(-1) });
        Assert.Equal(FactState.Undone, Assert.Single(world.Read(db => db.ViewerChoices.ToList())).State);
    }

    [Fact]
    public async Task What_does_not_fit_is_refused()
    {
        ChoiceTold[] wrong =
        [
            Mute with { Target = null }, Mute with { Target = " " }, Mute with { Setting = ViewerSetting.Less },
            Mute with { Choice = ViewerChoiceKind.Politics, Setting = ViewerSetting.Limit }, new(new("viewer"), ViewerChoiceKind.Politics, Now),
            new(new("viewer"), ViewerChoiceKind.Politics, Now, Setting: ViewerSetting.More), new(new("viewer"), ViewerChoiceKind.Sensitivity, Now, Setting: ViewerSetting.Show),
        ];
        foreach (var one in wrong)
            Assert.NotEmpty(FieldsOf(await world.Refuse(World.Platform, new TellViewerChoices([one]))));
    }

    private Task<ActivityTaken> Tell(params ChoiceTold[] told) => world.Do(World.Platform, new TellViewerChoices(told));
}
