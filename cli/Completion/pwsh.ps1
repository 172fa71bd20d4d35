# Completion of policycheck in PowerShell. For this session: policycheck completion pwsh | Out-String | Invoke-Expression
# For all: policycheck completion pwsh >> $PROFILE
Register-ArgumentCompleter -Native -CommandName policycheck -ScriptBlock {
    param($wordToComplete, $commandAst, $cursorPosition)
    $line = $commandAst.ToString()
    $line = $line.PadRight($cursorPosition - $commandAst.Extent.StartOffset) -replace '^\S*policycheck(\.exe)?\s?', ''
    $said = policycheck "[suggest:$($line.Length)]" $line 2>$null
    # Where the program has nothing to say, PowerShell offers files.
    $said |
        Where-Object { $_ -and $_ -notlike '/*' -and $_ -ne '-?' -and $_ -like "$wordToComplete*" -and ($wordToComplete -like '-*' -or $_ -notlike '-*') } |
        ForEach-Object { [System.Management.Automation.CompletionResult]::new($_, $_, 'ParameterValue', $_) }
}
