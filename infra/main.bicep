// Everything the Azure host needs, in one resource group. docs/guides/deploying.md says how to use it.
targetScope = 'subscription'

@minLength(1)
@maxLength(64)
@description('The azd environment; every name is derived from it.')
param environmentName string

@description('Where everything runs.')
param location string

@description('Static web apps exist in fewer regions than the rest.')
@allowed(['centralus', 'eastasia', 'eastus2', 'westeurope', 'westus2'])
param builderLocation string = 'westeurope'

@description('Who deploys: may set secrets and look at orchestrations. Empty: nobody is given that.')
param principalId string = ''

@description('What carries the orchestrations. The same choice picks the host.json that is deployed.')
@allowed(['azureStorage', 'scheduler'])
param durable string = 'azureStorage'

@description('A new name starts a new, empty task hub.')
@minLength(3)
@maxLength(45)
param taskHubName string = 'enrollments'

@description('Where patients and providers reach the app. Empty: the address that Azure gives it.')
param publicUrl string = ''

@description('False: messages are kept as sent and leave the house nowhere.')
param messagesLive bool = false

@description('Empty: each practice sends from its own number.')
param twilioMessagingServiceSid string = ''

@description('A service that speaks chat completions, https://…/v1, whose model drafts workflows. Empty: none.')
param draftingEndpoint string = ''

@description('That model\'s name.')
param draftingModel string = ''

@description('The first practice, made when the app first starts.')
param practiceName string

@description('Its IANA time zone, such as America/New_York.')
param practiceTimeZone string

@description('Instances that are kept warm for HTTP, and as many for orchestrations. 0: the first call after a quiet hour waits for a start.')
@minValue(0)
@maxValue(20)
param alwaysReady int = 0

@description('Copies of the records. ZRS: in three zones of the region, where the region has zones.')
@allowed(['Standard_LRS', 'Standard_ZRS', 'Standard_GRS', 'Standard_GZRS'])
param storageSku string = 'Standard_LRS'

@description('True: the records cannot be deleted together with the resource group before somebody removes the lock.')
param locked bool = false

@description('The app registration that people sign in with (Entra ID). Empty: API keys only.')
param signInClientId string = ''

@description('The tenant whose people may sign in. Empty: the one that this is deployed in.')
param signInTenantId string = ''

@secure()
@description('The first practice\'s owner. Written to the vault once; what is there already stays.')
param ownerKey string = 'ak_${replace('${newGuid()}${newGuid()}', '-', '')}'

@secure()
@description('Signs the tokens in public addresses. Written to the vault once; what is there already stays.')
param linksKey string = 'lk_${replace('${newGuid()}${newGuid()}', '-', '')}'

var token = toLower(uniqueString(subscription().id, environmentName, location))
var tags = { 'azd-env-name': environmentName }

resource group 'Microsoft.Resources/resourceGroups@2025-04-01' = {
  name: 'rg-${environmentName}'
  location: location
  tags: tags
}

module identity 'modules/identity.bicep' = {
  scope: group
  params: { name: 'workflows-${token}', location: location, tags: tags }
}

module monitoring 'modules/monitoring.bicep' = {
  scope: group
  params: { name: 'workflows-${token}', location: location, tags: tags, appPrincipalId: identity.outputs.principalId }
}

module storage 'modules/storage.bicep' = {
  scope: group
  params: {
    name: 'workflows${token}'
    location: location
    tags: tags
    sku: storageSku
    locked: locked
    queues: durable == 'azureStorage'
    appPrincipalId: identity.outputs.principalId
  }
}

module bus 'modules/bus.bicep' = {
  scope: group
  params: {
    name: 'workflows-${token}'
    location: location
    tags: tags
    workspaceId: monitoring.outputs.workspaceId
    appPrincipalId: identity.outputs.principalId
  }
}

module vault 'modules/vault.bicep' = {
  scope: group
  params: {
    name: 'aw-${token}'
    location: location
    tags: tags
    workspaceId: monitoring.outputs.workspaceId
    ownerKey: ownerKey
    linksKey: linksKey
    appPrincipalId: identity.outputs.principalId
    operatorPrincipalId: principalId
  }
}

module scheduler 'modules/scheduler.bicep' = if (durable == 'scheduler') {
  scope: group
  params: {
    name: 'workflows-${token}'
    location: location
    tags: tags
    taskHubName: taskHubName
    appPrincipalId: identity.outputs.principalId
    operatorPrincipalId: principalId
  }
}

module builder 'modules/builder.bicep' = {
  scope: group
  params: { name: 'builder-${token}', location: builderLocation, tags: tags }
}

module app 'modules/app.bicep' = {
  scope: group
  params: {
    name: 'workflows-${token}'
    location: location
    tags: tags
    identityId: identity.outputs.id
    packages: storage.outputs.packages
    builderUrl: builder.outputs.url
    alwaysReady: alwaysReady
  }
}

module settings 'modules/settings.bicep' = {
  scope: group
  params: {
    appName: app.outputs.name
    identityClientId: identity.outputs.clientId
    publicUrl: empty(publicUrl) ? app.outputs.url : publicUrl
    insightsConnection: monitoring.outputs.insightsConnection
    storageName: storage.outputs.name
    tablesUri: storage.outputs.tablesUri
    busHost: bus.outputs.host
    taskHubName: taskHubName
    schedulerEndpoint: scheduler.?outputs.endpoint ?? ''
    vaultUri: vault.outputs.uri
    messagesLive: messagesLive
    twilioMessagingServiceSid: twilioMessagingServiceSid
    draftingEndpoint: draftingEndpoint
    draftingModel: draftingModel
    practiceName: practiceName
    practiceTimeZone: practiceTimeZone
    signInTenantId: empty(signInClientId) ? '' : signInTenant
  }
}

var signInTenant = empty(signInTenantId) ? tenant().tenantId : signInTenantId

module signIn 'modules/signin.bicep' = if (!empty(signInClientId)) {
  scope: group
  params: {
    appName: app.outputs.name
    clientId: signInClientId
    tenantId: signInTenant
  }
}

output AZURE_RESOURCE_GROUP string = group.name
output AZURE_KEY_VAULT_NAME string = vault.outputs.name
output AZURE_STORAGE_ACCOUNT string = storage.outputs.name
output WORKFLOWS_APP_NAME string = app.outputs.name
output WORKFLOWS_URL string = app.outputs.url
output BUILDER_URL string = builder.outputs.url
output SERVICE_BUS_NAMESPACE string = bus.outputs.name
output SCHEDULER_NAME string = scheduler.?outputs.name ?? ''
output SCHEDULER_ENDPOINT string = scheduler.?outputs.endpoint ?? ''
