// Secrets. The template makes each once and never touches it again: people set the real values (deploying.md).
param name string
param location string
param tags object
param workspaceId string
@secure()
param ownerKey string
@secure()
param linksKey string
param appPrincipalId string
@description('Empty: nobody but the app.')
param operatorPrincipalId string

var secretsUser = '4633458b-17de-408a-b874-0445c86b69e6'
var secretsOfficer = 'b86a8fe4-44ce-4948-aee5-eccb2c155cd7'
// A value, because a reference to a secret that does not exist reaches the app as its own text.
var unset = 'not set'

resource vault 'Microsoft.KeyVault/vaults@2024-11-01' = {
  name: name
  location: location
  tags: tags
  properties: {
    tenantId: tenant().tenantId
    sku: { family: 'A', name: 'standard' }
    enableRbacAuthorization: true
    enableSoftDelete: true
    softDeleteRetentionInDays: 30
  }
}

@onlyIfNotExists()
resource owner 'Microsoft.KeyVault/vaults/secrets@2024-11-01' = {
  parent: vault
  name: 'owner-key'
  properties: { value: ownerKey }
}

@onlyIfNotExists()
resource links 'Microsoft.KeyVault/vaults/secrets@2024-11-01' = {
  parent: vault
  name: 'links-key'
  properties: { value: linksKey }
}

@onlyIfNotExists()
resource sendGridApiKey 'Microsoft.KeyVault/vaults/secrets@2024-11-01' = {
  parent: vault
  name: 'sendgrid-api-key'
  properties: { value: unset }
}

@onlyIfNotExists()
resource sendGridEventKey 'Microsoft.KeyVault/vaults/secrets@2024-11-01' = {
  parent: vault
  name: 'sendgrid-event-key'
  properties: { value: unset }
}

@onlyIfNotExists()
resource twilioAccountSid 'Microsoft.KeyVault/vaults/secrets@2024-11-01' = {
  parent: vault
  name: 'twilio-account-sid'
  properties: { value: unset }
}

@onlyIfNotExists()
resource twilioAuthToken 'Microsoft.KeyVault/vaults/secrets@2024-11-01' = {
  parent: vault
  name: 'twilio-auth-token'
  properties: { value: unset }
}

@onlyIfNotExists()
resource draftingKey 'Microsoft.KeyVault/vaults/secrets@2024-11-01' = {
  parent: vault
  name: 'drafting-key'
  properties: { value: unset }
}

resource appMayRead 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  scope: vault
  name: guid(vault.id, appPrincipalId, secretsUser)
  properties: {
    principalId: appPrincipalId
    principalType: 'ServicePrincipal'
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', secretsUser)
  }
}

resource operatorMaySet 'Microsoft.Authorization/roleAssignments@2022-04-01' = if (!empty(operatorPrincipalId)) {
  scope: vault
  name: guid(vault.id, operatorPrincipalId, secretsOfficer)
  properties: {
    principalId: operatorPrincipalId
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', secretsOfficer)
  }
}

resource diagnostics 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  scope: vault
  name: 'workspace'
  properties: {
    workspaceId: workspaceId
    logs: [{ category: 'AuditEvent', enabled: true }]
  }
}

output name string = vault.name
output uri string = vault.properties.vaultUri
