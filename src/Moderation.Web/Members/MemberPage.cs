using Moderation.Pipeline;
using Moderation.Web.Components;

namespace Moderation.Web.Members;

/// <summary>A page about the one who looks at it.</summary>
public abstract class MemberPage : Page
{
    protected AccountId Self { get; private set; }

    protected override async Task OnParametersSetAsync()
    {
        if (await Me() is not Actor.Member(var self))
            return;

        Self = self;
        await Load();
    }

    /// <summary>Asks for what the page shows.</summary>
    protected abstract Task Load();
}
